import { inject, Service } from '@angular/core';
import { journal, ledgerAccounts, ledgerEntries, trialBalance } from '@wire/ledger';
import type * as z from 'zod';
import { Api } from '@ui/app/api';

export type TrialBalanceOf = z.infer<typeof trialBalance>['currencies'][number];
export type LedgerAccount = z.infer<typeof ledgerAccounts>['items'][number];
export type LedgerEntry = z.infer<typeof ledgerEntries>['items'][number];
const limit = 50;

@Service()
export class LedgerApi {
  private readonly api = inject(Api);

  trialBalance() {
    return this.api.get('/admin/ledger/trial-balance', trialBalance);
  }
  accounts(kind: string, currency: string, after?: string) {
    const query = { kind, currency, after, limit };
    return this.api.get('/admin/ledger/accounts', ledgerAccounts, { query });
  }
  entries(account: string, after?: string) {
    const path = `/admin/ledger/accounts/${encodeURIComponent(account)}`;
    return this.api.get(path, ledgerEntries, { query: { after, limit } });
  }
  journal(id: string) {
    return this.api.get(`/admin/ledger/journals/${id}`, journal);
  }
}
