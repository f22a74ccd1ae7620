import { Component, computed, inject, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslatePipe } from '@ngx-translate/core';
import type { Money } from '@money';
import { Say } from '@ui/app/say';
import { Button } from '@ui/button';
import { Icon } from '@ui/icon';
import type { IconName } from '@ui/icon-strokes';
import { Mark } from '@ui/mark';

export type Outcome = 'pending' | 'slow' | 'captured' | 'funded' | 'failed' | 'expired';

const icons: Record<Outcome, IconName> = {
  pending: 'clock',
  slow: 'clock',
  captured: 'check',
  funded: 'shield',
  failed: 'alert',
  expired: 'alert',
};

/** What became of a payment, live: waiting, there, or refused with the way to try again. */
@Component({
  selector: 'app-deposit-watch',
  imports: [Button, Icon, Mark, RouterLink, TranslatePipe],
  template: `
    <section [class]="outcome()" role="status">
      <span class="sign">
        @if (outcome() === 'funded') {
          <ui-mark [keystoneOnly]="true" [size]="28" />
        } @else {
          <ui-icon [name]="icon()" [size]="24" />
        }
      </span>
      <h2>{{ 'escrow.fund.' + outcome() + '.heading' | translate: words() }}</h2>
      <p>{{ 'escrow.fund.' + outcome() + '.text' | translate: words() }}</p>
      @if (outcome() === 'failed' && failure()) {
        <p class="small">{{ 'escrow.fund.bankSaid' | translate: { words: failure() } }}</p>
      }
      @switch (outcome()) {
        @case ('funded') {
          <a uiButton kind="primary" [routerLink]="['/contracts', contractId()]">{{
            'escrow.toContract' | translate
          }}</a>
        }
        @case ('failed') {
          <button uiButton kind="primary" type="button" (click)="again.emit()">
            {{ 'escrow.fund.again' | translate }}
          </button>
        }
        @case ('expired') {
          <button uiButton kind="primary" type="button" (click)="again.emit()">
            {{ 'escrow.fund.again' | translate }}
          </button>
        }
        @case ('slow') {
          <button uiButton type="button" (click)="again.emit()">
            {{ 'escrow.fund.again' | translate }}
          </button>
        }
        @default {
          <progress [attr.aria-label]="'escrow.fund.pending.heading' | translate"></progress>
        }
      }
    </section>
  `,
  styleUrl: './deposit-watch.scss',
})
export class DepositWatch {
  private readonly say = inject(Say);
  readonly outcome = input.required<Outcome>();
  readonly contractId = input.required<string>();
  readonly total = input.required<Money>();
  readonly amount = input.required<Money>();
  readonly provider = input.required<string>();
  /** What the gateway said of a failed attempt. */
  readonly failure = input<string | null>();
  readonly again = output();

  protected readonly icon = computed(() => icons[this.outcome()]);
  protected readonly words = computed(() => ({
    amount: this.say.money(this.amount()),
    total: this.say.money(this.total(), 'full'),
    provider: this.provider(),
  }));
}
