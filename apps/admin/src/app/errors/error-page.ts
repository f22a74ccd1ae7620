import { Component, computed, inject, input } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { TranslatePipe } from '@ngx-translate/core';
import { Ability } from '@ui/app/ability';
import { Session } from '@ui/app/session';
import { Button } from '@ui/button';
import { PageHeader } from '@ui/page-header';

/** 403 names the permission that is missing and who is asking; 404 leads back. */
@Component({
  selector: 'app-error-page',
  imports: [Button, PageHeader, RouterLink, TranslatePipe],
  template: `
    <div class="page narrow stack">
      <ui-page-header
        [heading]="'errors.' + kind() + '.heading' | translate"
        [lead]="'errors.' + kind() + '.text' | translate"
      />
      @if (needs(); as needs) {
        <dl>
          <dt>{{ 'errors.needs' | translate }}</dt>
          <dd>
            <code>{{ needs }}</code>
          </dd>
          @if (session.viewer(); as viewer) {
            <dt>{{ 'errors.you' | translate }}</dt>
            <dd>
              {{ viewer.name }} ·
              @for (role of viewer.roles; track role) {
                {{ 'shell.roles.' + role | translate }}{{ $last ? '' : ', ' }}
              }
            </dd>
          }
        </dl>
      }
      <div class="row">
        @if (staff()) {
          <a uiButton kind="primary" routerLink="/">{{ 'errors.home' | translate }}</a>
        } @else {
          <button uiButton kind="primary" type="button" (click)="leave()">
            {{ 'errors.other' | translate }}
          </button>
        }
      </div>
    </div>
  `,
  styles: `
    dl {
      display: grid;
      grid-template-columns: max-content 1fr;
      gap: var(--s2) var(--s5);
      padding: var(--s4) var(--s5);
      border: 1px solid var(--line);
      border-radius: var(--radius);
      background: var(--surface);
    }
    dt {
      color: var(--muted);
    }
  `,
})
export class ErrorPage {
  private readonly router = inject(Router);
  private readonly ability = inject(Ability);
  protected readonly session = inject(Session);
  /** From the route. */
  readonly kind = input<'403' | '404'>('404');
  readonly needs = input<string>();
  protected readonly staff = computed(() => this.ability.can('read', 'Console'));

  protected async leave(): Promise<void> {
    await this.session.leave();
    await this.router.navigateByUrl('/login');
  }
}
