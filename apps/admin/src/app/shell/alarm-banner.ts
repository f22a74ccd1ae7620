import { Component, computed, DestroyRef, inject } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { RouterLink } from '@angular/router';
import { TranslatePipe } from '@ngx-translate/core';
import { alarms } from '@wire/access';
import { EMPTY } from 'rxjs';
import { Ability } from '@ui/app/ability';
import { answer } from '@ui/app/answer';
import { Api } from '@ui/app/api';
import { Live } from '@ui/app/live';
import { Icon } from '@ui/icon';
import { Moment } from '@ui/moment';

const everyMs = 30_000;

/** On every page, for everybody of staff: somebody holds a role that no second person agreed to. */
@Component({
  selector: 'app-alarm-banner',
  imports: [Icon, Moment, RouterLink, TranslatePipe],
  template: `
    <div role="alert">
      @for (alarm of open(); track alarm.id) {
        <p>
          <ui-icon name="alert" [size]="16" />
          <span>
            <b
              ><bdi>{{ alarm.account.name }}</bdi></b
            >
            {{ 'shell.alarm.holds' | translate }}
            <b>{{ 'shell.roles.' + alarm.role | translate }}</b>
            {{ 'shell.alarm.until' | translate }} <ui-moment [at]="alarm.until" />
          </span>
          <a routerLink="/elevations">{{ 'shell.alarm.see' | translate }}</a>
        </p>
      }
    </div>
  `,
  styles: `
    p {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      justify-content: center;
      gap: var(--s2) var(--s3);
      max-inline-size: none;
      padding: var(--s2) var(--s4);
      background: var(--danger-soft);
      font-size: var(--t14);
    }
    span {
      flex: 0 1 auto;
      max-inline-size: calc(100% - 40px);
    }
    ui-icon {
      color: var(--danger);
    }
  `,
})
export class AlarmBanner {
  private readonly api = inject(Api);
  private readonly ability = inject(Ability);
  private readonly alarms = answer(() =>
    this.ability.can('read', 'Console') ? this.api.get('/admin/alarms', alarms) : EMPTY,
  );
  protected readonly open = computed(() => this.alarms.value()?.items ?? []);

  constructor() {
    // A hint may get lost; then the banner is late, but it comes.
    const timer = setInterval(() => this.alarms.refresh(), everyMs);
    inject(DestroyRef).onDestroy(() => clearInterval(timer));
    const hints = inject(Live).changes('alarms').pipe(takeUntilDestroyed());
    hints.subscribe(() => this.alarms.refresh());
  }
}
