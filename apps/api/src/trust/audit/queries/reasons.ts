import { money, type Currency } from '@money';
import type * as wire from '@wire/replay';
import { Database } from '@kernel/database';
import { keysAfter, pageOf } from '@kernel/paging';
import { reject } from '@kernel/reject';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import * as z from 'zod';

interface EntryRow {
  readonly id: string;
  readonly leaf: string;
  readonly journal: string;
  readonly kind: string;
  readonly amount: string;
  readonly balance: string | null;
  readonly currency: Currency;
  readonly recorded_at: Date;
  readonly effective_at: Date;
  readonly stream: string;
  readonly version: string;
  readonly type: string;
  readonly axis_at: string;
}

const keys = z.tuple([z.string(), z.string()]);
const column = { recorded: 'r.recorded_at', effective: 'r.effective_at' } as const;

/** Why is a balance what it is: which entries, of which events, newest first? */
export class ReasonsFor extends Query<z.infer<typeof wire.reasons>> {
  constructor(readonly asked: z.infer<typeof wire.findReasons>) {
    super();
  }
}

@QueryHandler(ReasonsFor)
export class ReasonsForHandler implements IQueryHandler<ReasonsFor> {
  constructor(private readonly database: Database) {}

  async execute({ asked: { account, at, axis, after, limit } }: ReasonsFor) {
    const [lastAt, lastId] = keysAfter(after, keys) ?? [null, null];
    const time = column[axis];
    const rows = await this.database.query<EntryRow>(
      `select r.id, r.leaf, r.journal, n.kind, r.amount, n.balance, r.currency, r.recorded_at,
        r.effective_at, e.stream, e.version, e.type, ${time}::text as axis_at
       from replay_entries r join ledger.entries n on n.id = r.id join record.events e on e.id = r.journal
       where r.account = $1 and ${time} <= $2 and ($3::timestamptz is null or (${time}, r.id) < ($3, $4))
       order by ${time} desc, r.id desc limit $5`,
      [account, at, lastAt, lastId, limit + 1],
    );
    const { items, next } = pageOf(rows, limit, (last) => [last.axis_at, last.id]);
    return { items: items.map(toReason), next };
  }
}

const toReason = (row: EntryRow): z.infer<typeof wire.reason> => ({
  entryId: row.id,
  journalId: row.journal,
  kind: row.kind,
  amount: money(BigInt(row.amount), row.currency),
  balance: row.balance === null ? null : money(BigInt(row.balance), row.currency),
  recordedAt: row.recorded_at.toISOString(),
  effectiveAt: row.effective_at.toISOString(),
  event: { stream: row.stream, version: Number(row.version), type: row.type },
  leaf: Number(row.leaf),
});

interface StepRow {
  readonly id: string;
  readonly stream: string;
  readonly version: string;
  readonly type: string;
  readonly recorded_at: Date;
  readonly effective: string;
  readonly leaf: string | null;
  readonly legs: { account: string; kind: string; amount: string; currency: Currency }[] | null;
}

/** The money of a contract, event by event: what moved, and what each account then held of it. */
export class ReplayContract extends Query<wire.ContractReplay> {
  constructor(readonly contractId: string) {
    super();
  }
}

@QueryHandler(ReplayContract)
export class ReplayContractHandler implements IQueryHandler<ReplayContract> {
  constructor(private readonly database: Database) {}

  async execute({ contractId }: ReplayContract): Promise<wire.ContractReplay> {
    const rows = await this.database.query<StepRow>(
      `select e.id, e.stream, e.version, e.type, e.recorded_at, e.raw::json->'metadata'->>'at' as effective,
        l.n as leaf, (select json_agg(json_build_object('account', n.account, 'kind', n.kind,
            'amount', n.amount::text, 'currency', n.currency) order by n.id)
          from ledger.entries n where n.journal = e.id) as legs
       from record.events e left join record.tlog_leaves l on l.event = e.id
       where e.stream in ('contract-' || $1::text, 'escrow-' || $1::text)
       order by e.xid, e.pos`,
      [contractId],
    );
    if (rows.length === 0) return reject('audit.not_found');
    const held = new Map<string, { balance: bigint; currency: Currency }>();
    const steps = rows.map((row) => stepOf(row, held));
    const currency = rows.flatMap(({ legs }) => legs ?? [])[0]?.currency ?? null;
    return { contractId, currency, steps };
  }
}

function stepOf(
  row: StepRow,
  held: Map<string, { balance: bigint; currency: Currency }>,
): wire.ContractReplay['steps'][number] {
  const legs = row.legs ?? [];
  for (const { account, amount, currency } of legs)
    held.set(account, { balance: (held.get(account)?.balance ?? 0n) + BigInt(amount), currency });
  const currency = [...held.values()][0]?.currency;
  const balances = [...held].map(([account, { balance, currency: of }]) => ({
    account,
    balance: money(balance, of),
  }));
  const side = (sign: bigint) =>
    [...held.values()].reduce((sum, { balance }) => {
      const value = balance * sign;
      return value > 0n ? sum + value : sum;
    }, 0n);
  return {
    event: {
      eventId: row.id,
      stream: row.stream,
      version: Number(row.version),
      type: row.type,
      recordedAt: row.recorded_at.toISOString(),
      effectiveAt: row.effective,
    },
    leaf: row.leaf === null ? null : Number(row.leaf),
    legs: legs.map(({ account, kind, amount, currency: of }) => ({
      account,
      kind,
      amount: money(BigInt(amount), of),
    })),
    balances,
    debit: currency ? money(side(-1n), currency) : null,
    credit: currency ? money(side(1n), currency) : null,
  };
}
