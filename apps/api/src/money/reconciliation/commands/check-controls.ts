import { money, minor, type Currency } from '@money';
import type { Control } from '@wire/reconciliation';
import type { Sql } from '@eventstore/record';
import { Clock } from '@kernel/clock';
import { Database } from '@kernel/database';
import { derivedId } from '@kernel/derived-id';
import { Streams } from '@kernel/streams';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { dayOf } from '@kernel/business-days';
import { reconciliation, take, type Found } from '../domain/reconciliation';

/** Looks whether the control accounts hold what their parts sum to; a difference is a break. */
export class CheckControls extends Command<{ at: string; items: Control[] }> {}

interface Row {
  readonly kind: 'escrow' | 'fees' | 'tax';
  readonly currency: Currency;
  readonly ledger: string;
  readonly parts: string;
}

/**
 * Both sides at one place of the feed: what the ledger took after the last fact that the parts know of is
 * left out. Read in one snapshot.
 */
const question = `
with seen as (
  select xid, pos from record.consumers where name = 'control-parts'
), later as (
  select e.account, sum(e.amount) as amount from record.events v
    join ledger.entries e on e.journal = v.id
    where (v.xid, v.pos) > (select xid, pos from seen) group by e.account
), held as (
  select a.kind, a.currency, sum(ledger.balance_of(a) - coalesce(l.amount, 0)) as amount
    from ledger.accounts a left join later l on l.account = a.id
    where a.kind in ('escrow', 'fees', 'tax') group by a.kind, a.currency
), parts as (
  select 'escrow' as kind, currency, sum(amount) as amount from recon_open_escrows group by currency
  union all select kind, currency, amount from recon_takings
)
select kind, currency, coalesce(h.amount, 0)::text as ledger, coalesce(p.amount, 0)::text as parts
  from held h full join parts p using (kind, currency) order by kind, currency`;

@CommandHandler(CheckControls)
export class CheckControlsHandler implements ICommandHandler<CheckControls> {
  constructor(
    private readonly database: Database,
    private readonly streams: Streams,
    private readonly clock: Clock,
  ) {}

  async execute(): Promise<{ at: string; items: Control[] }> {
    const now = this.clock.now();
    const day = dayOf(now);
    const rows = await this.database.transaction(async (sql: Sql) => {
      await sql.query('set transaction isolation level repeatable read, read only');
      return sql.query<Row>(question);
    });
    const items = rows.map(control);
    const found = items
      .filter(({ difference }) => minor(difference) !== 0n)
      .map((one) => brokenOn(day, one));
    await this.streams.decide(reconciliation, `ledger-${day}`, (state) => ({
      facts: take(state, null, found),
    }));
    return { at: now.toISOString(), items };
  }
}

function control({ kind, currency, ledger, parts }: Row): Control {
  return {
    kind: `control_${kind}`,
    currency,
    ledger: money(BigInt(ledger), currency),
    parts: money(BigInt(parts), currency),
    difference: money(BigInt(ledger) - BigInt(parts), currency),
  };
}

const brokenOn = (date: string, { kind, currency, ledger, parts }: Control): Found => ({
  breakId: derivedId('break', 'ledger', kind, currency, date),
  source: 'ledger',
  date,
  kind,
  reference: '',
  expected: parts,
  actual: ledger,
  journalId: null,
});
