import type { Sql } from '@eventstore/record';
import type { RuleName } from '@wire/screening';
import type { Movement, Rule } from '../domain/rules';

export interface RuleRow extends Rule {
  readonly version: number;
  readonly enabled: boolean;
  readonly at: Date;
}

/** Every rule in its highest version. */
export async function rulesNow(sql: Sql): Promise<RuleRow[]> {
  const rows = await sql.query<Omit<RuleRow, 'amount'> & { rule: RuleName; amount: string }>(
    `select distinct on (rule) rule, version, enabled, amount, times, hours, at
      from screening_rules order by rule, version desc`,
  );
  return rows.map((row) => ({ ...row, amount: BigInt(row.amount) }));
}

export interface MovementRow extends Movement {
  readonly bankId: string;
  readonly currency: string;
}

type Raw = Omit<MovementRow, 'amount'> & { amount: string };
const columns = `id, account_id as "accountId", amount, currency, new_bank as "newBank",
  bank_id as "bankId", at`;
const year = 366;

export async function movementsOf(sql: Sql, accountId: string, until: string) {
  const rows = await sql.query<Raw>(
    `select ${columns} from screening_movements
      where account_id = $1 and at <= $2 and at > $2::timestamptz - make_interval(days => ${year})
      order by at desc limit 1000`,
    [accountId, until],
  );
  return rows.map(movement);
}

/** The latest of everybody, for a trial of a rule. */
export async function latestMovements(sql: Sql, most: number): Promise<MovementRow[]> {
  const rows = await sql.query<Raw>(
    `select ${columns} from screening_movements order by at desc limit $1`,
    [most],
  );
  return rows.map(movement);
}

const movement = (row: Raw): MovementRow => ({ ...row, amount: BigInt(row.amount) });
