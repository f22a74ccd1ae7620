import { sha256 } from '@eventstore/chain';
import { RequestContext } from '@kernel/context';
import { Database } from '@kernel/database';
import type { Currency } from '@money';
import { gateway, type Gateway, type LineKind } from '@wire/reconciliation';
import { Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { TakeStatement } from '../money/reconciliation/commands/run-reconciliation';
import { daysAfter, dayOf, startOf } from '@kernel/business-days';
import { fees, type Line } from '../money/reconciliation/domain/matching';

interface Booked {
  readonly gateway: Gateway;
  readonly kind: LineKind;
  readonly reference: string;
  readonly currency: Currency;
  readonly amount: string;
  readonly day: string;
}

/** The gateway settles after two days, the bank shows a payout at once. */
const settles: Record<Gateway, number> = { razorpay: 2, razorpayx: 0 };
const prices = { feeBps: 200, taxBps: 1_800, dueDays: 3 };

/** What the partners' statements of the demo's months say: the same as the ledger, nearly always. */
@Injectable()
export class Partners {
  constructor(
    private readonly commands: CommandBus,
    private readonly context: RequestContext,
    private readonly database: Database,
  ) {}

  async report(now: Date): Promise<void> {
    const booked = await this.database.query<Booked>(
      `select gateway, kind, reference, currency, amount::text as amount,
          to_char(day, 'YYYY-MM-DD') as day from recon_bookings order by at`,
    );
    const today = dayOf(now);
    for (const one of gateway.options) {
      const own = booked.filter((booking) => booking.gateway === one);
      const first = own[0]?.day ?? today;
      const faults = faultsOf(one, today);
      for (let day = first; day < today; day = daysAfter(day, 1)) {
        const told = own
          .filter((booking) => daysAfter(booking.day, settles[one]) === day)
          .map((booking) => lineOf(booking, day));
        const lines = faults.reduce((all, fault) => fault(day, all), told);
        const hash = sha256(JSON.stringify(lines.map(({ reference }) => reference)));
        const statement = { hash: hash.toString('hex'), lines };
        await this.context.run({}, () =>
          this.commands.execute(new TakeStatement(one, day, statement)),
        );
      }
    }
  }
}

function lineOf({ kind, reference, currency, amount }: Booked, day: string): Line {
  const whole = BigInt(amount);
  const fee = kind === 'payment' ? fees(whole, prices) : 0n;
  const at = new Date(startOf(day).getTime() + 10 * 3_600_000);
  const utr = `SBXS${day.replaceAll('-', '')}`;
  return { date: day, kind, reference, turn: 1, currency, amount: whole, fee, tax: null, utr, at };
}

type Fault = (day: string, lines: Line[]) => Line[];

/** In the last days the gateway kept too much, forgot a payment, and told one that is nobody's. */
function faultsOf(one: Gateway, today: string): Fault[] {
  if (one === 'razorpayx') return [];
  const once = (change: (line: Line) => Line[], ago: number): Fault => {
    let done = false;
    return (day, lines) => {
      const place = lines.findIndex(({ kind }) => kind === 'payment');
      const line = lines[place];
      if (done || !line || day < daysAfter(today, -ago)) return lines;
      done = true;
      return lines.toSpliced(place, 1, ...change(line));
    };
  };
  return [
    once((line) => [{ ...line, fee: (line.fee ?? 0n) + 11_800n }], 21),
    once((line) => [{ ...line, amount: line.amount - 50_000n }], 14),
    once(() => [], 9),
    once(
      (line) => [line, { ...line, reference: 'pay_SBXnobodys00001', amount: 75_000n, fee: 1_770n }],
      5,
    ),
  ];
}
