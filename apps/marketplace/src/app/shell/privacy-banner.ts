import { Component, computed, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslatePipe } from '@ngx-translate/core';
import { Button } from '@ui/button';
import { Moment } from '@ui/moment';
import { PrivacyStanding } from '@ui/app/privacy-standing';

/** Stands on every page while the account is about to be deleted, or the terms are others than accepted. */
@Component({
  selector: 'app-privacy-banner',
  imports: [Button, Moment, RouterLink, TranslatePipe],
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
      @if (changes(); as parts) {
        <div class="terms">
          <p>
            <span>{{ 'shell.terms.changed' | translate }}</span>
            <button
              uiButton
              small
              kind="quiet"
              type="button"
              [attr.aria-expanded]="isOpen()"
              (click)="isOpen.set(!isOpen())"
            >
              {{ 'shell.terms.see' | translate }}
            </button>
            <button uiButton small type="button" [disabled]="busy()" (click)="accept()">
              {{ 'shell.terms.accept' | translate }}
            </button>
          </p>
          @if (isOpen()) {
            <div class="diff">
              @for (part of parts; track $index) {
                @switch (part.kind) {
                  @case ('added') {
                    <ins>{{ part.text }}</ins>
                  }
                  @case ('removed') {
                    <del>{{ part.text }}</del>
                  }
                  @default {
                    <span>{{ part.text }}</span>
                  }
                }
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
    .terms {
      background: var(--info-soft);
    }
    .diff {
      inline-size: min(80ch, 100% - 2 * var(--s4));
      margin-inline: auto;
      padding-block-end: var(--s4);
      white-space: pre-wrap;
      font-size: var(--t14);
    }
    ins {
      background: var(--brand-soft);
    }
    del {
      color: var(--muted);
    }
  `,
})
export class PrivacyBanner {
  protected readonly standing = inject(PrivacyStanding);
  protected readonly isOpen = signal(false);
  protected readonly busy = signal(false);
  protected readonly changes = computed(() => this.standing.consents()?.terms.changes ?? null);

  protected accept(): void {
    const { version } = this.standing.consents()?.terms ?? {};
    if (version === undefined) return;
    this.busy.set(true);
    this.standing.accept(version).subscribe({
      next: (now) => {
        this.busy.set(false);
        this.standing.chosen(now);
      },
      error: () => this.busy.set(false),
    });
  }
}
