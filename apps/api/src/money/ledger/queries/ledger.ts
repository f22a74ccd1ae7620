import { money, type Currency } from '@money';
import type * as wire from '@wire/ledger';
import { findRaw } from '@eventstore/postgres';
import { Clock } from '@kernel/clock';
import { Database } from '@kernel/database';
import { keysAfter, pageOf } from '@kernel/paging';
import { reject } from '@kernel/reject';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import * as z from 'zod';

interface Totals {
  currency: Currency;
  kind: string;
  accounts: number;
  debit: string;
  credit: string;
}

interface Entry {
  id: string;
  journal: string;
  account: string;
  kind: string;
  amount: string;
  balance: string | null;
  currency: Currency;
  recorded_at: Date;
}

const toEntry = (row: Entry): z.infer<typeof wire.ledgerEntry> => ({
  id: row.id,
  journalId: row.journal,
  account: row.account,
  kind: row.kind,
  amount: money(BigInt(row.amount), row.currency),
  balance: row.balance === null ? null : money(BigInt(row.balance), row.currency),
  at: row.recorded_at.toISOString(),
});

/** Does everything add up? Credits are what is owed, debits what is held outside. */
export class TrialBalance extends Query<z.infer<typeof wire.trialBalance>> {}

@QueryHandler(TrialBalance)
export class TrialBalanceHandler implements IQueryHandler<TrialBalance> {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async execute() {
    const rows = await this.database.query<Totals>(
      `with held as (select a.currency, a.kind, ledger.balance_of(a) as balance from ledger.accounts a)
        select currency, kind, count(*)::int as accounts,
          (-coalesce(sum(balance) filter (where balance < 0), 0))::text as debit,
          coalesce(sum(balance) filter (where balance > 0), 0)::text as credit
        from held group by currency, kind order by currency, kind`,
    );
    const currencies = [...new Set(rows.map(({ currency }) => currency))];
    const sections = currencies.map((currency) => {
      const own = rows.filter((row) => row.currency === currency);
      const total = (side: 'debit' | 'credit') =>
        own.reduce((sum, row) => sum + BigInt(row[side]), 0n);
      return {
        currency,
        rows: own.map(({ kind, accounts, debit, credit }) => ({
          kind,
          accounts,
          debit: money(BigInt(debit), currency),
          credit: money(BigInt(credit), currency),
        })),
        debit: money(total('debit'), currency),
        credit: money(total('credit'), currency),
        difference: money(total('credit') - total('debit'), currency),
      };
    });
    return { at: this.clock.now().toISOString(), currencies: sections };
  }
}

const keys = z.tuple([z.string()]);

/** What happened on one account, newest first. */
export class AccountEntries extends Query<z.infer<typeof wire.ledgerEntries>> {
  constructor(
    readonly account: string,
    readonly filter: z.infer<typeof wire.findEntries>,
  ) {
    super();
  }
}

@QueryHandler(AccountEntries)
export class AccountEntriesHandler implements IQueryHandler<AccountEntries> {
  constructor(private readonly database: Database) {}

  async execute({ account, filter: { after, limit } }: AccountEntries) {
    const [id] = keysAfter(after, keys) ?? [null];
    const rows = await this.database.query<Entry>(
      `select * from ledger.entries where account = $1 and ($2::bigint is null or id < $2)
        order by id desc limit $3`,
      [account, id, limit + 1],
    );
    const { items, next } = pageOf(rows, limit, (last) => [last.id]);
    return { items: items.map(toEntry), next };
  }
}

/** One journal with its legs and the event that caused it. */
export class JournalById extends Query<z.infer<typeof wire.journal>> {
  constructor(readonly journalId: string) {
    super();
  }
}

@QueryHandler(JournalById)
export class JournalByIdHandler implements IQueryHandler<JournalById> {
  constructor(private readonly database: Database) {}

  async execute({ journalId }: JournalById) {
    const event = await findRaw(this.database, journalId);
    if (!event) return reject('ledger.not_found');
    const legs = await this.database.query<Entry>(
      'select * from ledger.entries where journal = $1 order by id',
      [journalId],
    );
    return {
      id: journalId,
      kind: event.type,
      at: event.recordedAt,
      legs: legs.map(toEntry),
      event,
    };
  }
}
