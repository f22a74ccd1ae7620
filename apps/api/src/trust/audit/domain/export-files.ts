import { decimal, money, type Currency } from '@money';
import { row } from '@kernel/csv';

/** What is counted while the events of an export go by. */
export interface AccountLine {
  readonly account: string;
  readonly kind: string;
  readonly owner: string;
  readonly currency: Currency;
  readonly hot: boolean;
  readonly opening: bigint;
  readonly movement: bigint;
}

const closing = ({ opening, movement }: AccountLine): bigint => opening + movement;
const amount = (value: bigint, currency: Currency): string => decimal(money(value, currency));

export const entriesHead = row(
  'entry,account,kind,currency,amount_minor,balance_minor,account_version,effective_micros,recorded_micros,journal,amount,effective_at'.split(
    ',',
  ),
);

export function balancesCsv(lines: readonly AccountLine[]): string {
  const head = 'account,kind,currency,opening_minor,movement_minor,closing_minor,closing'.split(
    ',',
  );
  const body = lines.map((line) => [
    line.account,
    line.kind,
    line.currency,
    line.opening.toString(),
    line.movement.toString(),
    closing(line).toString(),
    amount(closing(line), line.currency),
  ]);
  return [head, ...body].map(row).join('');
}

export function chartCsv(lines: readonly AccountLine[]): string {
  const head = 'account,kind,currency,owner,normal_side,running_balance'.split(',');
  const body = lines.map(({ account, kind, currency, owner, hot }) => [
    account,
    kind,
    currency,
    owner,
    kind === 'gateway' || kind === 'bank' ? 'debit' : 'credit',
    hot ? 'no' : 'yes',
  ]);
  return [head, ...body].map(row).join('');
}

/** By currency and kind of account: what is held outside, and what is owed. */
export function trialBalanceCsv(lines: readonly AccountLine[]): string {
  const sums = new Map<
    string,
    { currency: Currency; kind: string; debit: bigint; credit: bigint }
  >();
  for (const line of lines) {
    const { currency, kind } = line;
    const sum = sums.get(`${currency},${kind}`) ?? { currency, kind, debit: 0n, credit: 0n };
    const value = closing(line);
    if (value < 0n) sum.debit -= value;
    else sum.credit += value;
    sums.set(`${currency},${kind}`, sum);
  }
  const head = 'currency,kind,debit_minor,credit_minor,debit,credit'.split(',');
  const body = [...sums.values()].map(({ currency, kind, debit, credit }) => [
    currency,
    kind,
    debit.toString(),
    credit.toString(),
    amount(debit, currency),
    amount(credit, currency),
  ]);
  return [head, ...body].map(row).join('');
}

export interface StreamLine {
  readonly stream: string;
  readonly first: number;
  readonly previous: string;
  readonly last: number;
  readonly head: string;
}

export function streamsCsv(lines: readonly StreamLine[]): string {
  const head = 'stream,first_version,previous_hash,last_version,head_hash'.split(',');
  const body = lines.map(({ stream, first, previous, last, head: end }) => [
    stream,
    String(first),
    previous,
    String(last),
    end,
  ]);
  return [head, ...body].map(row).join('');
}

export const verifyPage = (
  exportId: string,
  vkey: string,
  origin: string,
): string => `# Check this export

You need Node 20 or newer and nothing else. Nothing leaves your machine.

    node verify.mjs export-${exportId}.tar --key '${vkey}'

Compare the key with the one that \`https://${origin}/keys\` has published, or that was given to you on
another way. The program ends with 0 when everything is whole and genuine, with 1 when something was
tampered with (it says what), with 2 when something is missing. \`--json\` says the same to programs.
Take \`verify.mjs\` from the project itself if you do not trust the one in here; \`verify.html\` does the
same in a browser.

| file | what |
| --- | --- |
| events.ndjson | every event, its bytes as stored (\`raw\`), its chain hash and its number in the log |
| entries.csv | the legs of every journal, in the order of the events |
| balances.csv, trial_balance.csv, chart_of_accounts.csv | what the entries come to |
| streams.csv | where each stream begins and ends here, and the hash before it |
| tlog/checkpoint | the signed head of the log (C2SP checkpoint), with the lines of its witnesses |
| tlog/leaves, tlog/cover | the leaf hashes of these events, and the hashes between them and the head |
| evidence/files.csv | files that the events speak of, with their SHA-256 |
| manifest.json, manifest.sig | sizes, hashes, counts and control totals of all this, signed |

Amounts are whole minor units; the last columns say the same in decimals. Times in micros are
microseconds since 1970 in UTC.
`;
