import { decimal, money, type Currency } from '@money';
import type * as wire from '@wire/reconciliation';
import { row } from '@kernel/csv';
import { Database } from '@kernel/database';
import { reject } from '@kernel/reject';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type * as z from 'zod';
import { daysAfter } from '@kernel/business-days';

type Range = z.infer<typeof wire.findSafeguarding>;

const longest = 400;

/** Is the money of clients there: what is owed to them, and what statements say is held. */
export class Safeguarding extends Query<z.infer<typeof wire.safeguarding>> {
  constructor(readonly range: Range) {
    super();
  }
}

/** The same for a supervisor, as RFC 4180. */
export class SafeguardingCsv extends Query<string> {
  constructor(readonly range: Range) {
    super();
  }
}

interface Row {
  date: string;
  currency: Currency;
  client: string;
  held: string;
  statement: string;
  transit: string;
  breaks: number;
}

/*
 * Sums up to the end of each day. Held is what the ledger says lies outside; what it does not owe to
 * clients is the house's. In transit: booked, due later, and in no statement of that day or before.
 */
const question = `
with days as (
  select to_char(d, 'YYYY-MM-DD') as date, d::date as day,
      (d::timestamp + interval '1 day' - interval '5 hours 30 minutes') at time zone 'UTC' as until
    from generate_series($1::date, $2::date, interval '1 day') d
), currencies as (select distinct currency from ledger.accounts)
select days.date, c.currency,
  (select coalesce(sum(e.amount), 0) from ledger.entries e join ledger.accounts a on a.id = e.account
    where a.kind in ('wallet_available', 'wallet_held', 'escrow') and e.currency = c.currency
      and e.effective_at < days.until)::text as client,
  (select coalesce(-sum(e.amount), 0) from ledger.entries e join ledger.accounts a on a.id = e.account
    where a.kind in ('gateway', 'bank') and e.currency = c.currency
      and e.effective_at < days.until)::text as held,
  (select coalesce(sum(l.amount), 0) from recon_lines l
    where l.currency = c.currency and l.date <= days.day)::text as statement,
  (select coalesce(sum(b.amount), 0) from recon_bookings b
    where b.currency = c.currency and b.day <= days.day
      and b.day + (select p.due_days from gateway_prices p where p.gateway = b.gateway
        order by p.version desc limit 1) >= days.day
      and not exists (select from recon_lines l where l.journal = b.journal
        and l.date <= days.day))::text as transit,
  (select count(*) from recon_breaks k where k.currency = c.currency and k.opened_at < days.until
    and (k.resolved_at is null or k.resolved_at >= days.until))::int as breaks
  from days cross join currencies c order by days.date, c.currency`;

@QueryHandler(Safeguarding)
export class SafeguardingHandler implements IQueryHandler<Safeguarding> {
  constructor(private readonly database: Database) {}

  async execute({ range: { from, to } }: Safeguarding) {
    if (to < from || to > daysAfter(from, longest)) reject('reconciliation.bad_period');
    const rows = await this.database.query<Row>(question, [from, to]);
    return { items: rows.map(toDay) };
  }
}

function toDay({ date, currency, breaks, ...sums }: Row): wire.SafeguardingDay {
  const [client, held] = [BigInt(sums.client), BigInt(sums.held)];
  const [statement, transit] = [BigInt(sums.statement), BigInt(sums.transit)];
  return {
    date,
    currency,
    clientMoney: money(client, currency),
    houseMoney: money(held - client, currency),
    statement: money(statement, currency),
    inTransit: money(transit, currency),
    difference: money(statement + transit - held, currency),
    openBreaks: breaks,
  };
}

const columns = ['clientMoney', 'houseMoney', 'statement', 'inTransit', 'difference'] as const;
const names = ['client_money', 'house_money', 'statement', 'in_transit', 'difference'] as const;

@QueryHandler(SafeguardingCsv)
export class SafeguardingCsvHandler implements IQueryHandler<SafeguardingCsv> {
  constructor(private readonly days: SafeguardingHandler) {}

  async execute({ range }: SafeguardingCsv): Promise<string> {
    const { items } = await this.days.execute(new Safeguarding(range));
    const head = names.flatMap((name) => [`${name}_minor`, name]);
    const lines = items.map((day) =>
      row([
        ...[day.date, day.currency],
        ...columns.flatMap((name) => [day[name].amountMinor, decimal(day[name])]),
        String(day.openBreaks),
      ]),
    );
    return row(['date', 'currency', ...head, 'open_breaks']) + lines.join('');
  }
}
