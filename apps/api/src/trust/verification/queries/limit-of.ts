import type { Sql } from '@eventstore/record';
import type { Currency } from '@money';
import type { Tier } from '@wire/verification';

/** What tier a payout above how much needs; null where nothing is said of the currency. */
export async function limitOf(
  sql: Sql,
  currency: Currency,
): Promise<{ tier: Tier; above: bigint } | null> {
  const [row] = await sql.query<{ tier: Tier; above: string }>(
    `select tier, above from verification_limits where currency = $1
      order by version desc limit 1`,
    [currency],
  );
  return row ? { tier: row.tier, above: BigInt(row.above) } : null;
}
