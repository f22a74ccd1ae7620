import { money, type Currency } from '@money';
import type * as wire from '@wire/reconciliation';
import type { Gateway, LineKind } from '@wire/reconciliation';
import { Database } from '@kernel/database';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type * as z from 'zod';
import { bookingColumns, bookingOf } from '../adapters/recon-rows';
import { totalsOf } from '../domain/totals';

type DayLine = z.infer<typeof wire.dayLine>;

interface Row {
  kind: LineKind;
  reference: string;
  currency: Currency;
  amount: string;
  fee: string | null;
  tax: string | null;
  utr: string | null;
  at: Date;
  matched: boolean;
  journal: string | null;
  date: string;
  turn: number;
}

const most = 2_000;

/** What a statement said of one day, line by line, and what the ledger has that no statement shows. */
export class DayOfGateway extends Query<wire.DayView> {
  constructor(
    readonly gateway: Gateway,
    readonly day: string,
  ) {
    super();
  }
}

@QueryHandler(DayOfGateway)
export class DayOfGatewayHandler implements IQueryHandler<DayOfGateway> {
  constructor(private readonly database: Database) {}

  async execute({ gateway, day }: DayOfGateway): Promise<wire.DayView> {
    const lines = await this.database.query<Row>(
      `select to_char(date, 'YYYY-MM-DD') as date, kind, reference, turn, currency, amount, fee, tax,
          utr, at, matched, journal from recon_lines
        where gateway = $1 and date = $2 order by at, reference, turn limit ${most}`,
      [gateway, day],
    );
    const booked = await this.database.query<Parameters<typeof bookingOf>[0] & Waiting>(
      `select ${bookingColumns}, b.at,
          exists (select from recon_lines l where l.journal = b.journal) as matched
        from recon_bookings b where b.gateway = $1 and b.day = $2 order by b.at limit ${most}`,
      [gateway, day],
    );
    const totals = totalsOf(lines.map(amounts), booked.map(bookingOf));
    const waiting = booked.filter(({ matched }) => !matched).map(waits);
    return { gateway, date: day, totals, lines: lines.map(toLine), waiting };
  }
}

interface Waiting {
  readonly at: Date;
  readonly matched: boolean;
}

const amounts = (row: Row) => ({
  ...row,
  amount: BigInt(row.amount),
  fee: row.fee === null ? null : BigInt(row.fee),
  tax: row.tax === null ? null : BigInt(row.tax),
});

const toLine = ({ kind, reference, currency, amount, fee, utr, at, ...row }: Row): DayLine => ({
  kind,
  reference,
  amount: money(BigInt(amount), currency),
  fee: fee === null ? null : money(BigInt(fee), currency),
  utr,
  at: at.toISOString(),
  matched: row.matched,
  journalId: row.journal,
});

function waits(row: Parameters<typeof bookingOf>[0] & Waiting): DayLine {
  const { kind, reference, currency, amount, journal, at } = row;
  const whole = money(BigInt(amount), currency);
  const unmatched = { fee: null, utr: null, matched: false };
  return { kind, reference, amount: whole, ...unmatched, at: at.toISOString(), journalId: journal };
}
