import type { Sql } from '@eventstore/record';
import type { Currency } from '@money';
import type { Gateway, LineKind } from '@wire/reconciliation';
import { daysAfter } from '@kernel/business-days';
import type { Booking, Line, Matched, Question, Terms } from '../domain/matching';

interface LineRow extends Omit<Line, 'amount' | 'fee' | 'tax'> {
  readonly amount: string;
  readonly fee: string | null;
  readonly tax: string | null;
}

interface BookingRow {
  readonly journal: string;
  readonly kind: LineKind;
  readonly reference: string;
  readonly currency: Currency;
  readonly amount: string;
  readonly day: string;
}

const lineColumns = `to_char(date, 'YYYY-MM-DD') as date, kind, reference, turn, currency, amount,
  fee, tax, utr, at`;
export const bookingColumns = `b.journal, b.kind, b.reference, b.currency, b.amount,
  to_char(b.day, 'YYYY-MM-DD') as day`;

export async function termsOf(sql: Sql, gateway: Gateway): Promise<Terms> {
  const [row] = await sql.query<Terms>(
    `select fee_bps as "feeBps", tax_bps as "taxBps", due_days as "dueDays" from gateway_prices
      where gateway = $1 order by version desc limit 1`,
    [gateway],
  );
  if (!row) throw new Error(`no prices of ${gateway}`);
  return row;
}

/** What a day is compared with: the lines that wait, the bookings that are free. */
export async function questionOf(
  sql: Sql,
  gateway: Gateway,
  day: string,
  today: readonly Line[],
): Promise<Question> {
  const terms = await termsOf(sql, gateway);
  const waiting = await sql.query<LineRow>(
    `select ${lineColumns} from recon_lines
      where gateway = $1 and date < $2 and date >= $3 and not matched order by date, at, turn`,
    [gateway, day, daysAfter(day, -terms.dueDays)],
  );
  const bookings = await sql.query<BookingRow>(
    `select ${bookingColumns} from recon_bookings b
      where b.gateway = $1 and b.day <= $2 and not exists (select from recon_lines l
        where l.journal = b.journal and (l.gateway, l.date) <> ($1, $2::date))
      order by b.at, b.journal`,
    [gateway, day],
  );
  const lines = [...waiting.map(lineOf), ...today];
  const references = [...new Set(lines.map(({ reference }) => reference))];
  const known = await sql.query<{ reference: string }>(
    'select reference from recon_references where reference = any($1)',
    [references],
  );
  return {
    gateway,
    day,
    lines,
    bookings: bookings.map(bookingOf),
    known: new Set(known.map(({ reference }) => reference)),
    terms,
  };
}

/** The statement of a day takes the place of the one that was read before. */
export async function keepLines(
  sql: Sql,
  gateway: Gateway,
  day: string,
  lines: readonly Line[],
  matched: readonly Matched[],
): Promise<void> {
  await sql.query('delete from recon_lines where gateway = $1 and date = $2', [gateway, day]);
  const texts = (pick: (line: Line) => bigint | null) =>
    lines.map((line) => pick(line)?.toString() ?? null);
  await sql.query(
    `insert into recon_lines (gateway, date, kind, reference, turn, currency, amount, fee, tax, utr, at)
      select $1, $2, * from unnest($3::text[], $4::text[], $5::int[], $6::text[], $7::bigint[],
        $8::bigint[], $9::bigint[], $10::text[], $11::timestamptz[])`,
    [
      ...[gateway, day, lines.map(({ kind }) => kind), lines.map(({ reference }) => reference)],
      ...[lines.map(({ turn }) => turn), lines.map(({ currency }) => currency)],
      ...[texts(({ amount }) => amount), texts(({ fee }) => fee), texts(({ tax }) => tax)],
      ...[lines.map(({ utr }) => utr), lines.map(({ at }) => at.toISOString())],
    ],
  );
  await sql.query(
    `update recon_lines l set matched = true, journal = m.journal
      from unnest($2::date[], $3::text[], $4::text[], $5::int[], $6::uuid[])
        as m(date, kind, reference, turn, journal)
      where l.gateway = $1 and l.date = m.date and l.kind = m.kind and l.reference = m.reference
        and l.turn = m.turn`,
    [
      ...[gateway, matched.map(({ line }) => line.date), matched.map(({ line }) => line.kind)],
      ...[matched.map(({ line }) => line.reference), matched.map(({ line }) => line.turn)],
      matched.map(({ journal }) => journal),
    ],
  );
}

export const lineOf = (row: LineRow): Line => ({
  ...row,
  amount: BigInt(row.amount),
  fee: row.fee === null ? null : BigInt(row.fee),
  tax: row.tax === null ? null : BigInt(row.tax),
});

export const bookingOf = (row: BookingRow): Booking => ({ ...row, amount: BigInt(row.amount) });
