import { Component, computed, inject, signal } from '@angular/core';
import { TranslatePipe } from '@ngx-translate/core';
import type { OptionalPurpose } from '@wire/consents';
import { Button } from '@ui/button';
import { PrivacyStanding } from '@ui/app/privacy-standing';
import { Session } from '@ui/app/session';

/** Asks once, and takes a no as easily as a yes: both are one click on buttons that look alike. */
@Component({
  selector: 'app-consent-banner',
  imports: [Button, TranslatePipe],
  template: `
    @if (open(); as state) {
      <section class="no-print" [attr.aria-label]="'shell.consent.heading' | translate">
        <div class="inside">
          <h2>{{ 'shell.consent.heading' | translate }}</h2>
          <p>{{ 'shell.consent.text' | translate }}</p>
          @if (choosing()) {
            <div class="choices">
              @for (one of state.choices; track one.purpose) {
                <label>
                  <input
                    type="checkbox"
                    [checked]="wanted().has(one.purpose)"
                    [disabled]="one.bySignal"
                    (change)="toggle(one.purpose)"
                  />
                  <span
                    ><strong>{{ 'shell.consent.purposes.' + one.purpose | translate }}</strong>
                    {{ one.body }}</span
                  >
                </label>
              }
            </div>
          }
          <div class="acts">
            <button uiButton type="button" [disabled]="busy()" (click)="all(false)">
              {{ 'shell.consent.reject' | translate }}
            </button>
            <button uiButton type="button" [disabled]="busy()" (click)="all(true)">
              {{ 'shell.consent.accept' | translate }}
            </button>
            @if (choosing()) {
              <button uiButton type="button" [disabled]="busy()" (click)="send(wanted())">
                {{ 'shell.consent.save' | translate }}
              </button>
            } @else {
              <button uiButton kind="quiet" type="button" (click)="choosing.set(true)">
                {{ 'shell.consent.choose' | translate }}
              </button>
            }
          </div>
        </div>
      </section>
    }
  `,
  host: { '[class.above-bar]': 'session.signedIn()' },
  styleUrl: './consent-banner.scss',
})
export class ConsentBanner {
  private readonly standing = inject(PrivacyStanding);
  protected readonly session = inject(Session);
  protected readonly choosing = signal(false);
  protected readonly busy = signal(false);
  /** Nothing is ticked beforehand. */
  protected readonly wanted = signal<ReadonlySet<OptionalPurpose>>(new Set());
  protected readonly open = computed(() => {
    const state = this.standing.consents();
    return state?.isOpen ? state : null;
  });

  protected toggle(purpose: OptionalPurpose): void {
    const next = new Set(this.wanted());
    if (!next.delete(purpose)) next.add(purpose);
    this.wanted.set(next);
  }
  protected all(given: boolean): void {
    this.send(new Set(given ? this.purposes() : []));
  }
  protected send(wanted: ReadonlySet<OptionalPurpose>): void {
    this.busy.set(true);
    const choices = Object.fromEntries(this.purposes().map((one) => [one, wanted.has(one)]));
    this.standing.choose({ choices, source: 'banner' }).subscribe({
      next: (now) => {
        this.busy.set(false);
        this.standing.chosen(now);
      },
      error: () => this.busy.set(false),
    });
  }
  private purposes(): OptionalPurpose[] {
    return this.open()?.choices.map(({ purpose }) => purpose) ?? [];
  }
}
