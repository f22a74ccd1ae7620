import { hexId, razorpayId } from '../core/ids';
import type { Shelf, Store } from '../core/store';
import type { Disputes } from './disputes';
import type { Payments } from './payments';
import { badRequest } from './refusal';
import type { Refunds } from './refunds';

/** One row of GET /settlements/recon/combined, as Razorpay documents it. Amounts in paise. */
export interface ReconItem {
  entity_id: string;
  type: 'payment' | 'refund' | 'adjustment';
  debit: number;
  credit: number;
  amount: number;
  currency: string;
  fee: number;
  tax: number;
  on_hold: boolean;
  settled: boolean;
  created_at: number;
  settled_at: number;
  settlement_id: string;
  description: string | null;
  payment_id: string | null;
  settlement_utr: string;
  order_id: string | null;
  order_receipt: string | null;
  method: string | null;
  dispute_id: string | null;
}

/** How a statement differs from what happened; planted by people and tests. */
export interface Difference {
  id: string;
  kind: 'missing' | 'extra' | 'wrong_amount' | 'wrong_fee' | 'late' | 'currency' | 'truncated';
  /** The payment, refund, dispute or payout; the first of the day when not said. */
  entityId?: string;
  /** YYYY-MM-DD: for what has no entity, and for the first of the day. */
  date?: string;
  /** Paise more or less; the amount of what is extra. */
  by?: number;
  /** The amount as the partner misprints it: any number. */
  print?: string;
  days?: number;
  currency?: string;
}

const zoneSeconds = 5.5 * 3_600;
const daySeconds = 86_400;
const settleDays = 2;

/** The day of business in India of an instant in Unix seconds. */
export const dayOf = (seconds: number): string =>
  new Date((seconds + zoneSeconds) * 1_000).toISOString().slice(0, 10);

/** The first second of a day of business in India. */
export const startOf = (date: string): number =>
  Date.parse(`${date}T00:00:00Z`) / 1_000 - zoneSeconds;

/** What the gateway settled, day by day: two days after it was captured, sent back or disputed. */
export class Settlements {
  readonly differences: Shelf<Difference>;

  constructor(
    store: Store,
    private readonly payments: Payments,
    private readonly refunds: Refunds,
    private readonly disputes: Disputes,
  ) {
    this.differences = store.shelf<Difference>('statement_difference');
  }

  plant(difference: Omit<Difference, 'id'>): Difference {
    return this.differences.put({ ...difference, id: hexId('diff_') });
  }

  /** One day as the gateway tells it, the oldest first, with what was planted. */
  of(date: string): ReconItem[] {
    if (!/^\d{4}-\d{2}-\d{2}$/.test(date)) throw badRequest('year, month and day are required.');
    const planted = this.differences.list({ limit: 1_000 });
    const late = planted.filter(({ kind }) => kind === 'late');
    const honest = this.everything()
      .map((item) => delayed(item, late))
      .filter(({ settled_at: at }) => dayOf(at) === date)
      .sort((a, b) => a.created_at - b.created_at);
    return planted.reduce((items, one) => differ(items, one, date), honest);
  }

  isTruncated(date: string): boolean {
    return this.differences
      .list({ limit: 1_000 })
      .some((one) => one.kind === 'truncated' && one.date === date);
  }

  private everything(): ReconItem[] {
    const payments = this.payments.shelf
      .list({ limit: 100_000 })
      .filter(({ captured }) => captured)
      .map((payment) =>
        line('payment', payment.id, payment, {
          credit: payment.amount - (payment.fee ?? 0),
          fee: payment.fee ?? 0,
          tax: payment.tax ?? 0,
          order_id: payment.order_id,
          method: payment.method,
        }),
      );
    const refunds = this.refunds.shelf
      .list({ limit: 100_000 })
      .filter(({ status }) => status === 'processed')
      .map((one) => line('refund', one.id, one, { debit: one.amount, payment_id: one.payment_id }));
    return [...payments, ...refunds, ...this.taken()];
  }

  /** A dispute is an adjustment, and another one when it was won. */
  private taken(): ReconItem[] {
    return this.disputes.shelf
      .list({ limit: 100_000 })
      .filter(({ phase }) => phase !== 'retrieval')
      .flatMap((dispute) => {
        const more = { payment_id: dispute.payment_id, dispute_id: dispute.id };
        const out = line('adjustment', dispute.id, dispute, { ...more, debit: dispute.amount });
        const back = line('adjustment', dispute.id, dispute, { ...more, credit: dispute.amount });
        return dispute.status === 'won' ? [out, back] : [out];
      });
  }
}

function line(
  type: ReconItem['type'],
  id: string,
  { amount, currency, created_at: at }: { amount: number; currency: string; created_at: number },
  more: Partial<ReconItem>,
): ReconItem {
  const settledAt = startOf(dayOf(at)) + settleDays * daySeconds + 10 * 3_600;
  const batch = dayOf(settledAt).replaceAll('-', '');
  return {
    entity_id: id,
    type,
    debit: 0,
    credit: 0,
    amount,
    currency,
    fee: 0,
    tax: 0,
    on_hold: false,
    settled: true,
    created_at: at,
    settled_at: settledAt,
    settlement_id: `setl_${batch}000000`,
    description: null,
    payment_id: null,
    settlement_utr: `SBXS${batch}`,
    order_id: null,
    order_receipt: null,
    method: null,
    dispute_id: null,
    ...more,
  };
}

function delayed(item: ReconItem, late: readonly Difference[]): ReconItem {
  const planted = late.find(({ entityId }) => entityId === item.entity_id);
  if (!planted) return item;
  return { ...item, settled_at: item.settled_at + (planted.days ?? 5) * daySeconds };
}

/** The shape that both statements have: what a difference can change. */
interface Row {
  amount: number;
  credit: number;
  debit: number;
  currency: string;
}

/** What was planted, done to the rows of a day. */
function differ(items: ReconItem[], planted: Difference, date: string): ReconItem[] {
  const { kind, by } = planted;
  if (kind === 'extra') return planted.date === date ? [...items, unknown(planted)] : items;
  const place = items.findIndex(({ entity_id: id }) =>
    planted.entityId ? id === planted.entityId : planted.date === date,
  );
  const item = items[place];
  if (!item) return items;
  if (kind === 'missing') return items.filter((_, at) => at !== place);
  const fee = by ?? 100;
  const changed =
    kind === 'wrong_fee'
      ? { fee: item.fee + fee, credit: item.credit - fee }
      : change(item, planted);
  return items.with(place, { ...item, ...changed });
}

/** A changed amount or currency. */
export function change(row: Row, { kind, by, print, currency }: Difference): Partial<Row> {
  if (kind === 'currency') return { currency: currency ?? 'XQX' };
  if (kind !== 'wrong_amount') return {};
  if (print !== undefined) return { amount: Number(print) };
  const more = by ?? 100;
  const side = row.credit > 0 ? { credit: row.credit + more } : { debit: row.debit + more };
  return { amount: row.amount + more, ...side };
}

function unknown({ date = '', by, entityId }: Difference): ReconItem {
  const amount = by ?? 12_300;
  const at = startOf(date) - settleDays * daySeconds + 3_600;
  const id = entityId ?? razorpayId('pay');
  return line('payment', id, { amount, currency: 'INR', created_at: at }, { credit: amount });
}
