import { money, type Currency } from '@money';
import type * as wire from '@wire/ledger';
import { Database } from '@kernel/database';
import { keysAfter, pageOf } from '@kernel/paging';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import * as z from 'zod';

interface Account {
  id: string;
  kind: string;
  currency: Currency;
  balance: string;
}
const keys = z.tuple([z.string()]);

/** Which accounts stand behind one line of the trial balance? */
export class LedgerAccounts extends Query<z.infer<typeof wire.ledgerAccounts>> {
  constructor(readonly filter: z.infer<typeof wire.findLedgerAccounts>) {
    super();
  }
}

@QueryHandler(LedgerAccounts)
export class LedgerAccountsHandler implements IQueryHandler<LedgerAccounts> {
  constructor(private readonly database: Database) {}

  async execute({ filter: { kind, currency, after, limit } }: LedgerAccounts) {
    const [last] = keysAfter(after, keys) ?? [null];
    const rows = await this.database.query<Account>(
      `select a.id, a.kind, a.currency, ledger.balance_of(a)::text as balance
        from ledger.accounts a
        where a.kind = $1 and a.currency = $2 and ($3::text is null or a.id > $3)
        order by a.id limit $4`,
      [kind, currency, last, limit + 1],
    );
    const { items, next } = pageOf(rows, limit, ({ id }) => [id]);
    const balanced = items.map((row) => ({
      account: row.id,
      kind: row.kind,
      balance: money(BigInt(row.balance), row.currency),
    }));
    return { items: balanced, next };
  }
}
