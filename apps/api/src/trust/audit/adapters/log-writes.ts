import type { Sql } from '@eventstore/record';
import type { LoggedEvent } from './log-rows';

export interface FreshLeaf {
  readonly event: LoggedEvent;
  readonly hash: Buffer;
}

/** Numbers events from `first` on, and gives their legs to the time machine, in one transaction. */
export async function addLeaves(
  sql: Sql,
  first: number,
  leaves: readonly FreshLeaf[],
): Promise<void> {
  if (leaves.length === 0) return;
  await sql.query(
    `insert into record.tlog_leaves (n, xid, pos, event, hash)
      select $1::bigint + t.at - 1, t.xid::xid8, t.pos, t.event, t.hash
      from unnest($2::text[], $3::bigint[], $4::uuid[], $5::bytea[]) with ordinality
        as t(xid, pos, event, hash, at)`,
    [
      first,
      leaves.map(({ event }) => event.xid),
      leaves.map(({ event }) => event.pos),
      leaves.map(({ event }) => event.eventId),
      leaves.map(({ hash }) => hash),
    ],
    'audit.add_leaves',
  );
  const moved = leaves.flatMap(({ event: { eventId, legs } }, at) =>
    legs.length > 0 ? [{ leaf: first + at, journal: eventId }] : [],
  );
  if (moved.length > 0) await addToReplay(sql, moved);
}

/** Every leg once, and its amount in four sums: of its account and of its kind, on both axes. */
async function addToReplay(
  sql: Sql,
  moved: readonly { leaf: number; journal: string }[],
): Promise<void> {
  await sql.query(
    `with legs as (
      insert into replay_entries
        (id, leaf, journal, account, kind, currency, amount, recorded_at, effective_at)
      select n.id, t.leaf, n.journal, n.account, a.kind, n.currency, n.amount, n.recorded_at, n.effective_at
        from unnest($1::bigint[], $2::uuid[]) as t(leaf, journal)
        join ledger.entries n on n.journal = t.journal join ledger.accounts a on a.id = n.account
      returning account, kind, currency, amount, recorded_at, effective_at)
     insert into replay_hours as h (axis, name, currency, hour, amount)
      select s.axis, s.name, legs.currency, date_trunc('hour', s.at, 'UTC'), sum(legs.amount)
        from legs cross join lateral (values
          ('recorded', legs.account, legs.recorded_at),
          ('recorded', 'kind:' || legs.kind, legs.recorded_at),
          ('effective', legs.account, legs.effective_at),
          ('effective', 'kind:' || legs.kind, legs.effective_at)) as s(axis, name, at)
        group by 1, 2, 3, 4
      on conflict (axis, name, currency, hour) do update set amount = h.amount + excluded.amount`,
    [moved.map(({ leaf }) => leaf), moved.map(({ journal }) => journal)],
    'audit.add_to_replay',
  );
}
