import { inject, Service } from '@angular/core';
import type { Money } from '@money';
import { depositView } from '@wire/payments';
import { type AddBankAccount, bankAccounts, payoutViews, type RequestPayout } from '@wire/payouts';
import { created } from '@wire/primitives';
import { entryProof, statementRows, walletView } from '@wire/wallet';
import { forkJoin, map, of, switchMap } from 'rxjs';
import { Api } from '@ui/app/api';
import { StepUp } from '@ui/step-up';

/** Lives in the address; days as the reader sees them become instants in `statementQuery`. */
export interface StatementFilter {
  currency?: string | undefined;
  kind?: string | undefined;
  from?: string | undefined;
  to?: string | undefined;
}
const fromDeposit = 'deposit-';

@Service()
export class WalletApi {
  private readonly api = inject(Api);
  private readonly stepUp = inject(StepUp);

  wallet() {
    return this.api.get('/wallet', walletView);
  }
  statement(filter: StatementFilter, after?: string) {
    return this.api.get('/wallet/statement', statementRows, { query: { ...filter, after } });
  }
  proof(entryId: string) {
    return this.api.get(`/wallet/entries/${entryId}`, entryProof);
  }
  /** The payments that came in; the wallet's entries say which. */
  deposits() {
    return this.statement({ kind: 'deposit' }).pipe(
      map(({ items }) => [
        ...new Set(
          items
            .filter(({ reference }) => reference.startsWith(fromDeposit))
            .map(({ reference }) => reference.slice(fromDeposit.length)),
        ),
      ]),
      switchMap((ids) =>
        ids.length === 0
          ? of([])
          : forkJoin(ids.map((id) => this.api.get(`/payments/deposits/${id}`, depositView))),
      ),
    );
  }
  refund(depositId: string, amount: Money, reason: string, idempotencyKey: string) {
    const path = `/payments/deposits/${depositId}/refunds`;
    return this.api.post(path, { amount, reason }, created, { idempotencyKey });
  }
  banks() {
    return this.api.get('/payouts/bank-accounts', bankAccounts);
  }
  addBank(input: AddBankAccount) {
    const send = (proof: { stepUp?: string }) =>
      this.api.post('/payouts/bank-accounts', input, created, proof);
    return this.stepUp.guard('bank', send, { surely: true });
  }
  payouts(after?: string) {
    return this.api.get('/payouts', payoutViews, { query: { after } });
  }
  requestPayout(input: RequestPayout, idempotencyKey: string) {
    const send = (proof: { stepUp?: string }) =>
      this.api.post('/payouts', input, created, { idempotencyKey, ...proof });
    return this.stepUp.guard('payout', send, { surely: true });
  }
}
