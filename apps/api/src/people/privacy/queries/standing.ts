import type { Sql } from '@eventstore/record';
import type { Role } from '@wire/permissions';
import type { Standing } from '../domain/erasure';

interface Row {
  readonly money: string;
  readonly escrow: string;
  readonly holds: number;
  readonly last: Date | null;
  readonly years: number;
}

const question = `
select
  (select coalesce(sum(abs(a.balance)), 0) from ledger.accounts a
    where a.owner = $1::text and a.kind <> 'escrow')::text as money,
  (select coalesce(sum(abs(a.balance)), 0) from ledger.accounts a
    join privacy_contracts c on a.kind = 'escrow' and a.owner = c.contract_id::text
    where c.account_id = $1::uuid)::text as escrow,
  (select count(*) from legal_holds where account_id = $1::uuid and lifted_at is null)::int as holds,
  (select max(e.effective_at) from ledger.entries e join ledger.accounts a on a.id = e.account
    where a.owner = $1::text) as last,
  (select years from retention_rules where kind = 'anti_money_laundering'
    order by version desc limit 1) as years`;

/** What stands in the way of an erasure, and for how many years the law keeps who moved money. */
export async function standingOf(
  sql: Sql,
  accountId: string,
  roles: readonly Role[],
): Promise<{ standing: Standing; years: number }> {
  const [row] = await sql.query<Row>(question, [accountId]);
  if (!row) throw new Error('the question of the standing has an answer');
  const { holds, last, years } = row;
  const sums = { money: BigInt(row.money), escrow: BigInt(row.escrow) };
  return { standing: { roles, ...sums, holds, lastMoved: last }, years };
}
