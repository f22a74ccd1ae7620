import { Component, computed, inject, input } from '@angular/core';
import { TranslatePipe } from '@ngx-translate/core';
import type { PayoutState, PayoutView } from '@wire/payouts';
import { Say } from '@ui/app/say';
import { Copy } from '@ui/copy';
import { Moment } from '@ui/moment';
import { MoneyView } from '@ui/money';
import { Status, type Tone } from '@ui/status';

const tones: Record<PayoutState, Tone> = {
  awaiting_approval: 'attention',
  approved: 'info',
  submitted: 'info',
  processing: 'info',
  unknown: 'attention',
  paid: 'brand',
  failed: 'danger',
  reversed: 'danger',
  rejected: 'danger',
};
const ended: readonly PayoutState[] = ['paid', 'failed', 'reversed', 'rejected'];

/** Every payout with where it is: each step with its time, the bank's reference, or what stopped it. */
@Component({
  selector: 'app-payout-list',
  imports: [Copy, Moment, MoneyView, Status, TranslatePipe],
  template: `
    <ul [attr.aria-label]="'wallet.payout.list' | translate">
      @for (row of rows(); track row.payout.id) {
        <li>
          <div class="head">
            <ui-money [of]="row.payout.amount" />
            <span class="muted small"
              ><bdi>{{ row.payout.bank.holder }} ••{{ row.payout.bank.last4 }}</bdi></span
            >
            <ui-status [tone]="row.tone">{{
              'wallet.payout.states.' + row.payout.state | translate
            }}</ui-status>
          </div>
          <ol [attr.aria-label]="'wallet.payout.steps' | translate">
            @for (step of row.payout.steps; track $index) {
              <li>
                {{ 'wallet.payout.states.' + step.state | translate }}
                <ui-moment [at]="step.at" />
              </li>
            }
            @if (!row.ended) {
              <li class="to-come">
                {{ 'wallet.payout.expected' | translate }}
                <ui-moment [at]="row.payout.expectedBy" />
              </li>
            }
          </ol>
          @if (row.why) {
            <p class="small muted">{{ row.why }}</p>
          }
          @if (row.payout.utr; as utr) {
            <p class="small muted">UTR <ui-copy label="UTR" [text]="utr" /></p>
          }
        </li>
      } @empty {
        <li class="muted small">{{ 'wallet.payout.none' | translate }}</li>
      }
    </ul>
  `,
  styleUrl: './payout-list.scss',
})
export class PayoutList {
  private readonly say = inject(Say);
  readonly payouts = input.required<readonly PayoutView[]>();
  protected readonly rows = computed(() =>
    this.payouts().map((payout) => ({
      payout,
      tone: tones[payout.state],
      ended: ended.includes(payout.state),
      why: this.why(payout),
    })),
  );

  /** Why it waits or what stopped it, in a sentence; nothing while it simply goes on. */
  private why({ state, failure }: PayoutView): string {
    const told = ['awaiting_approval', 'unknown', 'failed', 'reversed', 'rejected'];
    if (!told.includes(state)) return '';
    return this.say.it(`wallet.payout.why.${state}`, { failure: failure ?? '' });
  }
}
