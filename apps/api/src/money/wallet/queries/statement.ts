import { decimal, money, type Currency } from '@money';
import type { StatementRow } from '@wire/wallet';
import type * as wire from '@wire/wallet';
import { RequestContext } from '@kernel/context';
import { Database } from '@kernel/database';
import { keysAfter, pageOf } from '@kernel/paging';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import * as z from 'zod';

export interface StatementEntry {
  id: string;
  journal: string;
  kind: StatementRow['kind'];
  amount: string;
  balance: string;
  currency: Currency;
  account_kind: 'wallet_available' | 'wallet_held';
  effective_at: Date;
  stream: string;
  milestone_id: string | null;
  contract_id: string | null;
}

/** A wallet's ledger entries with the event that made each. `$1` is the owner. */
export const entriesSql = `select e.id, e.journal, e.kind, e.amount, e.balance, e.currency,
    a.kind as account_kind, e.effective_at, v.stream,
    v.raw::jsonb -> 'data' ->> 'milestoneId' as milestone_id,
    case when v.stream like 'escrow-%' then substr(v.stream, 8)
      else v.raw::jsonb -> 'data' ->> 'contractId' end as contract_id
  from ledger.accounts a
  join ledger.entries e on e.account = a.id
  join record.events v on v.id = e.journal
  where a.owner = $1 and a.kind in ('wallet_available', 'wallet_held')`;

export const toRow = (entry: StatementEntry): StatementRow => ({
  id: entry.id,
  at: entry.effective_at.toISOString(),
  kind: entry.kind,
  bucket: entry.account_kind === 'wallet_held' ? 'held' : 'available',
  amount: money(BigInt(entry.amount), entry.currency),
  balance: money(BigInt(entry.balance), entry.currency),
  contractId: entry.contract_id,
  milestoneId: entry.milestone_id,
  reference: entry.stream,
});

type Filter = z.infer<typeof wire.findStatement>;
const keys = z.tuple([z.string()]);

/** What happened on my wallet, newest first. */
export class MyStatement extends Query<z.infer<typeof wire.statementRows>> {
  constructor(readonly filter: Filter) {
    super();
  }
}

@QueryHandler(MyStatement)
export class MyStatementHandler implements IQueryHandler<MyStatement> {
  constructor(
    private readonly database: Database,
    private readonly context: RequestContext,
  ) {}

  async execute({ filter }: MyStatement) {
    const { currency, kind, from, to, after, limit } = filter;
    const [id] = keysAfter(after, keys) ?? [null];
    const rows = await this.database.query<StatementEntry>(
      `${entriesSql} and a.currency = $2 and ($3::text is null or e.kind = $3)
        and ($4::timestamptz is null or e.effective_at >= $4)
        and ($5::timestamptz is null or e.effective_at <= $5)
        and ($6::bigint is null or e.id < $6) order by e.id desc limit $7`,
      [this.context.actor.id, currency, kind ?? null, from ?? null, to ?? null, id, limit + 1],
      'wallet.statement',
    );
    const { items, next } = pageOf(rows, limit, (last) => [last.id]);
    return { items: items.map(toRow), next };
  }
}

const header = 'entry,at,kind,bucket,amount_minor,amount,balance_minor,balance,currency,reference';
const csvLimit = 10_000;

/** The same rows and filters as one CSV (RFC 4180), at most 10,000. */
export class StatementCsv extends Query<string> {
  constructor(readonly filter: Filter) {
    super();
  }
}

@QueryHandler(StatementCsv)
export class StatementCsvHandler implements IQueryHandler<StatementCsv> {
  constructor(private readonly rows: MyStatementHandler) {}

  async execute({ filter }: StatementCsv): Promise<string> {
    const { items } = await this.rows.execute(new MyStatement({ ...filter, limit: csvLimit }));
    const lines = items.map(({ id, at, kind, bucket, amount, balance, reference }) =>
      [
        id,
        at,
        kind,
        bucket,
        amount.amountMinor,
        decimal(amount),
        balance.amountMinor,
        decimal(balance),
        amount.currency,
        reference,
      ].join(','),
    );
    return `${[header, ...lines].join('\r\n')}\r\n`;
  }
}
