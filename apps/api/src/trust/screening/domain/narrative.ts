interface Found {
  readonly openedAt: string;
  readonly alerts: readonly { what: string; at: string; score: number | null }[];
  readonly movements: readonly {
    amount: { amountMinor: string; currency: string };
    at: string;
    newBank: boolean;
  }[];
}

const day = (instant: string): string => instant.slice(0, 10);

/**
 * The skeleton that somebody of compliance writes on: who, what, when, how, and what is not known. It
 * names no one: the report shows the account beside it.
 */
export function narrativeOf({ openedAt, alerts, movements }: Found): string {
  const sums = new Map<string, bigint>();
  for (const { amount } of movements)
    sums.set(amount.currency, (sums.get(amount.currency) ?? 0n) + BigInt(amount.amountMinor));
  const total = [...sums].map(([currency, sum]) => `${amountOf(sum)} ${currency}`).join(', ');
  const [last, first] = [movements[0], movements.at(-1)];
  const between = first && last ? ` between ${day(first.at)} and ${day(last.at)}` : '';
  const fresh = movements.filter(({ newBank }) => newBank).length;
  return [
    `1. Why this is reported. The case was opened on ${day(openedAt)} after:`,
    ...alerts.map(
      ({ what, at, score }) => `   - ${day(at)}: ${what.replace('_', ' ')}${percent(score)}`,
    ),
    `2. What moved. ${String(movements.length)} payouts${between}, together ${total || 'nothing'}; ${String(fresh)} went to a bank account that was new.`,
    '3. What the subject says about it: ',
    '4. What is suspected, and why: ',
    '5. What is not known: ',
  ].join('\n');
}

const amountOf = (sum: bigint): string =>
  `${(sum / 100n).toString()}.${String(sum % 100n).padStart(2, '0')}`;
const percent = (score: number | null): string =>
  score === null ? '' : ` (${String(Math.round(score * 100))} % alike)`;
