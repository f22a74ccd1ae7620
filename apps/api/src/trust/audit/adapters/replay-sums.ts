import type { Currency } from '@money';
import type { Sql } from '@eventstore/record';

export type Axis = 'recorded' | 'effective';

export interface At {
  readonly at: string;
  readonly axis: Axis;
}

/*
 * What something came to at an instant: whole hours as they were summed up, the legs of the hour
 * that is under way, and the legs of events that the log has not numbered yet.
 */

const column = { recorded: 'recorded_at', effective: 'effective_at' } as const;

/**
 * Legs that the log does not know yet: those of the last seconds. The limit and the offset keep the
 * planner from reading everything: it cannot know that there are hardly any.
 */
const tail = `tail as materialized (
  select n.account, a.kind, n.currency, n.amount, n.recorded_at, n.effective_at
    from (select e.id from record.events e where (e.xid, e.pos) > (
        coalesce((select l.xid from record.tlog_leaves l order by l.n desc limit 1), '0'::xid8),
        coalesce((select l.pos from record.tlog_leaves l order by l.n desc limit 1), 0))
      order by e.xid, e.pos limit 100000) e
    cross join lateral (select * from ledger.entries n where n.journal = e.id offset 0) n
    cross join lateral (select kind from ledger.accounts a where a.id = n.account offset 0) a)`;

/** The balance of one account; null when there is no such account. */
export async function balanceAt(
  sql: Sql,
  account: string,
  { at, axis }: At,
): Promise<{ balance: bigint; currency: Currency; entryId: string | null } | null> {
  const time = column[axis];
  const [row] = await sql.query<{ balance: string; currency: Currency; entryId: string | null }>(
    `with ${tail}
     select a.currency, (select r.id::text from replay_entries r
         where r.account = a.id and r.${time} <= $2 order by r.${time} desc, r.id desc limit 1) as "entryId", (
       coalesce((select sum(h.amount) from replay_hours h where h.axis = $3 and h.name = a.id
         and h.currency = a.currency and h.hour < date_trunc('hour', $2::timestamptz, 'UTC')), 0)
       + coalesce((select sum(r.amount) from replay_entries r where r.account = a.id
         and r.${time} >= date_trunc('hour', $2::timestamptz, 'UTC') and r.${time} <= $2), 0)
       + coalesce((select sum(t.amount) from tail t where t.account = a.id and t.${time} <= $2), 0)
       )::text as balance
     from ledger.accounts a where a.id = $1`,
    [account, at, axis],
    `audit.balance_at.${axis}`,
  );
  return row ? { ...row, balance: BigInt(row.balance) } : null;
}

export interface KindSum {
  readonly kind: string;
  readonly currency: Currency;
  readonly balance: bigint;
}

/** What each kind of account came to in each currency. */
export async function kindsAt(sql: Sql, { at, axis }: At): Promise<KindSum[]> {
  const time = column[axis];
  const rows = await sql.query<{ kind: string; currency: Currency; balance: string }>(
    `with ${tail}, parts as (
       select substr(h.name, 6) as kind, h.currency, sum(h.amount) as amount from replay_hours h
         where h.axis = $2 and h.name >= 'kind:' and h.name < 'kind;'
           and h.hour < date_trunc('hour', $1::timestamptz, 'UTC') group by 1, 2
       union all
       select r.kind, r.currency, sum(r.amount) from replay_entries r
         where r.${time} >= date_trunc('hour', $1::timestamptz, 'UTC') and r.${time} <= $1 group by 1, 2
       union all
       select t.kind, t.currency, sum(t.amount) from tail t where t.${time} <= $1 group by 1, 2)
     select kind, currency, sum(amount)::text as balance from parts group by 1, 2 order by 2, 1`,
    [at, axis],
    `audit.kinds_at.${axis}`,
  );
  return rows.map(({ balance, ...row }) => ({ ...row, balance: BigInt(balance) }));
}
