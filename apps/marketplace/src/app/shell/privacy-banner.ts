import { Component, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslatePipe } from '@ngx-translate/core';
import type { AgreedPurpose, Agreement } from '@wire/consents';
import { Button } from '@ui/button';
import { Moment } from '@ui/moment';
import { TextChanges } from '@ui/text-changes';
import { PrivacyStanding } from '@ui/app/privacy-standing';

/** Stands on every page while the account is about to be deleted, or a text is not agreed to as it is now. */
@Component({
  selector: 'app-privacy-banner',
  imports: [Button, Moment, RouterLink, TextChanges, TranslatePipe],
  template: `
    <div role="status">
      @if (standing.deletion(); as wish) {
        <p class="danger">
          <span>
            {{ 'shell.leaving.text' | translate }} <ui-moment [at]="wish.dueAt" form="exact" />
          </span>
          <a uiButton small routerLink="/settings/privacy">{{
            'shell.leaving.keep' | translate
          }}</a>
        </p>
      }
      @for (one of standing.due(); track one.purpose) {
        <div class="agreement">
          <p>
            <span>{{ word(one, one.changes ? 'changed' : 'due') | translate }}</span>
            <button
              uiButton
              small
              kind="quiet"
              type="button"
              [attr.aria-expanded]="open() === one.purpose"
              (click)="open.set(open() === one.purpose ? null : one.purpose)"
            >
              {{ (one.changes ? 'shell.agreements.see' : 'shell.agreements.read') | translate }}
            </button>
            <button uiButton small type="button" [disabled]="busy()" (click)="agree(one)">
              {{ word(one, 'agree') | translate }}
            </button>
          </p>
          @if (open() === one.purpose) {
            <div class="text">
              @if (one.changes; as parts) {
                <ui-text-changes [parts]="parts" />
              } @else {
                {{ one.body }}
              }
            </div>
          }
        </div>
      }
    </div>
  `,
  styles: `
    p {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      justify-content: center;
      gap: var(--s2) var(--s4);
      max-inline-size: none;
      margin: 0;
      padding: var(--s2) var(--s4);
      font-size: var(--t14);
      font-weight: 500;
    }
    .danger {
      background: var(--danger-soft);
    }
    .agreement {
      background: var(--info-soft);
    }
    .text {
      inline-size: min(80ch, 100% - 2 * var(--s4));
      margin-inline: auto;
      padding-block-end: var(--s4);
      white-space: pre-wrap;
      font-size: var(--t14);
    }
  `,
})
export class PrivacyBanner {
  protected readonly standing = inject(PrivacyStanding);
  protected readonly open = signal<AgreedPurpose | null>(null);
  protected readonly busy = signal(false);

  protected word({ purpose }: Agreement, what: 'changed' | 'due' | 'agree'): string {
    return `shell.agreements.${purpose}.${what}`;
  }
  protected agree(one: Agreement): void {
    this.busy.set(true);
    this.standing.agree(one).subscribe({
      next: (now) => {
        this.busy.set(false);
        this.standing.chosen(now);
      },
      error: () => {
        this.busy.set(false);
        // It changed once more meanwhile: the newest is shown.
        this.standing.look();
      },
    });
  }
}
