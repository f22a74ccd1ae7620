import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslatePipe } from '@ngx-translate/core';
import { Session } from '@ui/app/session';
import { Card } from '@ui/card';
import { Icon } from '@ui/icon';

/** The checklist of a new account, by the side it is on; done steps stay, ticked. */
@Component({
  selector: 'app-first-steps',
  imports: [Card, Icon, RouterLink, TranslatePipe],
  template: `
    <ui-card [heading]="'home.steps.heading' | translate">
      <ol>
        @for (step of steps(); track step.word) {
          <li [class.done]="step.done">
            <a [routerLink]="step.link">
              <span class="dot">
                @if (step.done) {
                  <ui-icon name="check" [size]="14" />
                }
              </span>
              {{ 'home.steps.' + step.word | translate }}
              @if (step.done) {
                <span class="visually-hidden">{{ 'ui.done' | translate }}</span>
              }
            </a>
          </li>
        }
      </ol>
    </ui-card>
  `,
  styles: `
    a {
      display: flex;
      align-items: center;
      gap: var(--s3);
      min-block-size: 44px;
      color: var(--ink);
      font-size: var(--t14);
      line-height: 1.4;
      text-decoration: none;
    }
    a:hover {
      text-decoration: underline;
    }
    .dot {
      flex: none;
      display: grid;
      place-items: center;
      inline-size: 22px;
      block-size: 22px;
      border: 1.5px dashed var(--line-strong);
      border-radius: var(--radius-full);
    }
    .done a {
      color: var(--muted);
    }
    .done .dot {
      border: 0;
      background: var(--brand-soft);
      color: var(--brand-strong);
    }
  `,
})
export class FirstSteps {
  private readonly session = inject(Session);
  readonly role = input.required<'client' | 'provider'>();
  protected readonly steps = computed(() => {
    const viewer = this.session.viewer();
    const phone = {
      word: 'phone',
      link: '/verify-email',
      done: viewer?.phoneVerified === true,
    };
    const mail = { word: 'mail', link: '/verify-email', done: viewer?.emailVerified === true };
    return this.role() === 'client'
      ? [
          mail,
          phone,
          { word: 'post', link: '/jobs/new', done: false },
          { word: 'people', link: '/talent', done: false },
        ]
      : [
          mail,
          phone,
          { word: 'profile', link: '/settings/profile', done: false },
          { word: 'work', link: '/jobs', done: false },
        ];
  });
}
