import { Component, computed, inject } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { TranslatePipe } from '@ngx-translate/core';
import { Organisations } from '@ui/app/organisations';
import { Icon } from '@ui/icon';
import { Menu, MenuItem } from '@ui/menu';

/** For whom one acts: oneself, or a workspace of an organisation. Only members see it. */
@Component({
  selector: 'app-organisation-switch',
  imports: [Icon, Menu, MenuItem, RouterLink, TranslatePipe],
  template: `
    @if (organisations.mine()?.items?.length) {
      <ui-menu [label]="'shell.actingFor' | translate: { name: name() }">
        <span menu-trigger class="now">
          <ui-icon name="briefcase" [size]="18" />
          <bdi class="words">{{ name() }}</bdi>
          @if (waiting() > 0) {
            <b class="num">{{ waiting() }}</b>
          }
        </span>
        <div class="ui-menu-head">{{ 'shell.actFor' | translate }}</div>
        <button uiMenuItem type="button" (click)="choose(null)">
          <ui-icon [name]="organisations.acting() ? 'user' : 'check'" />
          {{ 'shell.myself' | translate }}
        </button>
        @for (one of places(); track one.id) {
          <button uiMenuItem type="button" (click)="choose(one.id)">
            <ui-icon [name]="one.id === workspaceId() ? 'check' : 'briefcase'" />
            <bdi>{{ one.words }}</bdi>
          </button>
        }
        <a uiMenuItem routerLink="/org/members"
          ><ui-icon name="users" />{{ 'shell.organisation' | translate }}</a
        >
        <a uiMenuItem routerLink="/org/approvals"
          ><ui-icon name="shield" />{{ 'shell.approvals' | translate }}</a
        >
      </ui-menu>
    }
  `,
  styles: `
    .now {
      display: flex;
      align-items: center;
      gap: var(--s2);
      min-block-size: var(--control);
      font-size: var(--t14);
    }
    .words {
      max-inline-size: 14ch;
      overflow: hidden;
      text-overflow: ellipsis;
      white-space: nowrap;
    }
    b {
      padding: 0 6px;
      border-radius: 99px;
      background: var(--attention-soft);
      color: var(--attention);
      font-size: var(--t12);
    }
    @media (max-width: 1100px) {
      .words {
        display: none;
      }
    }
  `,
})
export class OrganisationSwitch {
  private readonly router = inject(Router);
  protected readonly organisations = inject(Organisations);
  protected readonly name = computed(() => this.organisations.acting()?.name ?? '–');
  protected readonly workspaceId = computed(() => this.organisations.mine()?.acting?.workspaceId);
  protected readonly waiting = computed(() =>
    (this.organisations.mine()?.items ?? []).reduce((sum, { waiting }) => sum + waiting, 0),
  );
  protected readonly places = computed(() =>
    (this.organisations.mine()?.items ?? [])
      .filter(({ powers }) => powers.includes('hire'))
      .flatMap((one) =>
        one.workspaces.map(({ id, name }) => {
          return { id, words: name === one.name ? name : `${one.name} · ${name}` };
        }),
      ),
  );

  protected async choose(workspaceId: string | null): Promise<void> {
    await this.organisations.actFor(workspaceId);
    await this.router.navigateByUrl('/', { onSameUrlNavigation: 'reload' });
  }
}
