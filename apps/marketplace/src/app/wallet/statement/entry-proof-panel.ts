import { Component, computed, inject, input } from '@angular/core';
import { Store } from '@ngrx/store';
import { TranslatePipe } from '@ngx-translate/core';
import { sum } from '@money';
import { Copy } from '@ui/copy';
import { ErrorState } from '@ui/error-state';
import { EventRecord } from '@ui/event-record';
import { MoneyView } from '@ui/money';
import { Skeleton } from '@ui/skeleton';
import { RouterLink } from '@angular/router';
import { WalletActions, walletFeature } from '../wallet.store';

/** What made an entry: all legs of its journal, which add up to nothing, and the event in the record. */
@Component({
  selector: 'app-entry-proof-panel',
  imports: [Copy, ErrorState, EventRecord, MoneyView, RouterLink, Skeleton, TranslatePipe],
  template: `
    @if (shown(); as shown) {
      <div class="stack gap-6">
        <section>
          <h2>{{ 'wallet.proofOf.journal' | translate }}</h2>
          <table>
            <caption class="visually-hidden">
              {{
                'wallet.proofOf.journal' | translate
              }}
            </caption>
            <thead>
              <tr>
                <th scope="col">{{ 'wallet.proofOf.account' | translate }}</th>
                <th scope="col" class="end">{{ 'ui.amount' | translate }}</th>
              </tr>
            </thead>
            <tbody>
              @for (leg of shown.proof.legs; track $index) {
                <tr>
                  <td>
                    <bdi>{{ leg.account }}</bdi>
                  </td>
                  <td class="end"><ui-money signed [of]="leg.amount" /></td>
                </tr>
              }
            </tbody>
            <tfoot>
              <tr>
                <th scope="row">{{ 'wallet.proofOf.sum' | translate }}</th>
                <td class="end"><ui-money [of]="shown.total" /></td>
              </tr>
            </tfoot>
          </table>
          <p class="ids">
            {{ 'wallet.proofOf.journalId' | translate }}
            <ui-copy
              [text]="shown.proof.journalId"
              [label]="'wallet.proofOf.journalId' | translate"
            />
            @if (shown.proof.entry.contractId; as contractId) {
              <a [routerLink]="['/contracts', contractId]">{{
                'wallet.proofOf.contract' | translate
              }}</a>
            }
            @if (shown.proof.entry.milestoneId; as milestoneId) {
              <a [routerLink]="['/receipts', milestoneId]">{{
                'wallet.proofOf.receipt' | translate
              }}</a>
            }
          </p>
        </section>
        <section>
          <h2>{{ 'wallet.proofOf.event' | translate }}</h2>
          <ui-event-record [of]="shown.proof.event" />
        </section>
      </div>
    } @else if (missed(); as problem) {
      <ui-error-state [problem]="problem" (retry)="again()" />
    } @else {
      <ui-skeleton [count]="5" />
    }
  `,
  styleUrl: './entry-proof-panel.scss',
})
export class EntryProofPanel {
  private readonly store = inject(Store);
  readonly entryId = input.required<string>();
  private readonly proof = this.store.selectSignal(walletFeature.selectProof);
  protected readonly missed = this.store.selectSignal(walletFeature.selectProofMissed);
  protected readonly shown = computed(() => {
    const proof = this.proof();
    if (proof?.entry.id !== this.entryId()) return null;
    const amounts = proof.legs.map(({ amount }) => amount);
    return { proof, total: sum(amounts, proof.entry.amount.currency) };
  });

  protected again(): void {
    this.store.dispatch(WalletActions.proofAsked({ entryId: this.entryId() }));
  }
}
