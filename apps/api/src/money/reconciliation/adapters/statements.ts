import { canonical, sha256 } from '@eventstore/chain';
import type { Currency } from '@money';
import { currency } from '@wire/primitives';
import type { Gateway, LineKind } from '@wire/reconciliation';
import { reject } from '@kernel/reject';
import { Inject, Injectable } from '@nestjs/common';
import * as z from 'zod';
import { CONFIG, type Config } from '../../../config';
import { daysAfter, startOf } from '@kernel/business-days';
import type { Line } from '../domain/matching';

const timeoutMs = 8_000;
/** What the partners give in one page. */
const pageSizes = { razorpay: 1_000, razorpayx: 100 } as const;
const pages = 1_000;

const paise = z.number();
const page = z.object({
  count: z.number().int(),
  items: z.array(z.record(z.string(), z.unknown())),
});

const settled = z.object({
  entity_id: z.string().min(1).max(80),
  type: z.string(),
  amount: paise,
  debit: paise,
  credit: paise,
  fee: paise,
  tax: paise,
  currency: z.string(),
  settled_at: z.number(),
  settlement_utr: z.string().max(80).nullish(),
});

const moved = z.object({
  amount: paise,
  debit: paise,
  credit: paise,
  currency: z.string(),
  created_at: z.number(),
  source: z.object({ id: z.string().min(1).max(80), utr: z.string().max(80).nullish() }),
});

export interface Statement {
  readonly hash: string;
  readonly lines: readonly Line[];
}

type Row = Omit<Line, 'turn'>;

/**
 * The statements of the gateway and of the payout account over their REST APIs. All of a day or
 * nothing: what cannot be read refuses the whole statement with a code.
 */
@Injectable()
export class Statements {
  constructor(@Inject(CONFIG) private readonly config: Config) {}

  async of(gateway: Gateway, day: string): Promise<Statement> {
    const items = await this.everything(gateway, this.question(gateway, day));
    const read = gateway === 'razorpay' ? settlement : transaction;
    const rows = items.map((item) => read(item, day));
    return { hash: sha256(canonical(items)).toString('hex'), lines: numbered(rows) };
  }

  private question(gateway: Gateway, day: string): { path: string; query: object } {
    if (gateway === 'razorpay') {
      const [year, month, date] = day.split('-');
      return { path: '/v1/settlements/recon/combined', query: { year, month, day: date } };
    }
    const seconds = (at: string) => startOf(at).getTime() / 1_000;
    const range = { from: seconds(day), to: seconds(daysAfter(day, 1)) - 1 };
    const account_number = this.config.RAZORPAYX_ACCOUNT;
    return { path: '/v1/transactions', query: { account_number, ...range } };
  }

  /** Page after page until one is not full. A page that has not what it counts was cut off. */
  private async everything(
    gateway: Gateway,
    { path, query }: { path: string; query: object },
  ): Promise<Record<string, unknown>[]> {
    const all: Record<string, unknown>[] = [];
    const count = pageSizes[gateway];
    for (let turn = 0; turn < pages; turn += 1) {
      const asked = new URLSearchParams({
        ...query,
        count: String(count),
        skip: String(all.length),
      });
      const { data } = page.safeParse(await this.ask(`${path}?${asked.toString()}`));
      if (!data) return reject('reconciliation.statement_unreadable');
      if (data.items.length !== data.count) reject('reconciliation.statement_truncated');
      all.push(...data.items);
      if (data.items.length < count) return all;
    }
    return reject('reconciliation.statement_unreadable');
  }

  private async ask(path: string): Promise<unknown> {
    const { RAZORPAY_URL, RAZORPAY_KEY_ID, RAZORPAY_KEY_SECRET } = this.config;
    const credentials = Buffer.from(`${RAZORPAY_KEY_ID}:${RAZORPAY_KEY_SECRET}`).toString('base64');
    const response = await fetch(`${RAZORPAY_URL}${path}`, {
      headers: { authorization: `Basic ${credentials}` },
      signal: AbortSignal.timeout(timeoutMs),
    }).catch(() => reject('server.gateway_gone'));
    if (response.status >= 500) reject('server.gateway_gone');
    if (!response.ok) reject('reconciliation.statement_unreadable');
    const body = await response.text().catch(() => reject('server.gateway_gone'));
    try {
      return JSON.parse(body);
    } catch {
      return reject('reconciliation.statement_truncated');
    }
  }
}

/** Whole paise, not negative, and no more than the ledger can hold. */
function whole(amount: number): bigint {
  if (!Number.isSafeInteger(amount) || amount < 0) reject('reconciliation.bad_amount');
  return BigInt(amount);
}

function known(code: string): Currency {
  return currency.safeParse(code).data ?? reject('reconciliation.unknown_currency');
}

function instant(seconds: number): Date {
  const at = new Date(seconds * 1_000);
  return Number.isNaN(at.getTime()) ? reject('reconciliation.statement_unreadable') : at;
}

function settlement(item: Record<string, unknown>, date: string): Row {
  const row = settled.safeParse(item).data ?? reject('reconciliation.statement_unreadable');
  const [amount, debit] = [whole(row.amount), whole(row.debit)];
  // What arrives is less than what was paid: it only says the direction.
  const isIn = whole(row.credit) > 0n && debit === 0n;
  return {
    date,
    kind: kindOf(row.type, isIn),
    reference: row.entity_id,
    currency: known(row.currency),
    amount: isIn ? amount : -amount,
    fee: whole(row.fee),
    tax: whole(row.tax),
    utr: row.settlement_utr ?? null,
    at: instant(row.settled_at),
  };
}

function kindOf(type: string, isIn: boolean): LineKind {
  if (type === 'payment' || type === 'refund') return type;
  if (type === 'adjustment') return isIn ? 'chargeback_returned' : 'chargeback';
  return 'other';
}

function transaction(item: Record<string, unknown>, date: string): Row {
  const row = moved.safeParse(item).data ?? reject('reconciliation.statement_unreadable');
  const [amount, credit] = [whole(row.amount), whole(row.credit)];
  whole(row.debit);
  const isIn = credit > 0n;
  return {
    date,
    kind: isIn ? 'payout_returned' : 'payout',
    reference: row.source.id,
    currency: known(row.currency),
    amount: isIn ? amount : -amount,
    fee: null,
    tax: null,
    utr: row.source.utr ?? null,
    at: instant(row.created_at),
  };
}

/** The second line about the same thing is turn 2: it finds no booking a second time. */
function numbered(rows: readonly Row[]): Line[] {
  const seen = new Map<string, number>();
  return rows.map((row) => {
    const key = `${row.kind} ${row.reference}`;
    const turn = (seen.get(key) ?? 0) + 1;
    seen.set(key, turn);
    return { ...row, turn };
  });
}
