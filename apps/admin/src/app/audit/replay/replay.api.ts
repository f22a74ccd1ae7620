import { inject, Service } from '@angular/core';
import { accountRows } from '@wire/accounts';
import * as wire from '@wire/replay';
import { contractRows } from '@wire/contracts';
import type * as z from 'zod';
import { Api } from '@ui/app/api';

export type Axis = 'recorded' | 'effective';
export type Reason = z.infer<typeof wire.reason>;
export type Step = wire.ContractReplay['steps'][number];
interface When {
  readonly at: string;
  readonly axis: Axis;
}

/** What the ledger said at an instant, and who or what can be asked about. */
@Service()
export class ReplayApi {
  private readonly api = inject(Api);

  balance(account: string, when: When) {
    const query = { account, ...when };
    return this.api.get('/admin/replay/balance', wire.balanceAt, { query });
  }
  trialBalance(when: When) {
    return this.api.get('/admin/replay/trial-balance', wire.trialBalanceAt, {
      query: { ...when },
    });
  }
  difference(from: string, to: string, axis: Axis, account?: string) {
    const query = { from, to, axis, account };
    return this.api.get('/admin/replay/difference', wire.difference, { query });
  }
  why(account: string, when: When, after?: string) {
    const query = { account, ...when, after, limit: 50 };
    return this.api.get('/admin/replay/why', wire.reasons, { query });
  }
  contract(id: string) {
    return this.api.get(`/admin/replay/contracts/${id}`, wire.contractReplay);
  }
  people(q: string) {
    return this.api.get('/admin/accounts', accountRows, { query: { q, limit: 5 } });
  }
  contracts(q: string) {
    return this.api.get('/admin/contracts', contractRows, { query: { q, limit: 5 } });
  }
}
