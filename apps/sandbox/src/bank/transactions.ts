import { razorpayId } from '../core/ids';
import { change, dayOf, startOf, type Difference, type Settlements } from '../razorpay/settlements';
import type { Bank, Line } from './bank';

/** A row of RazorpayX's GET /transactions: the movement, and the payout behind it. */
export interface Transaction extends Omit<Line, 'reference'> {
  source: { id: string; entity: 'payout' | 'external'; amount: number; utr: string };
}

interface Range {
  /** Unix seconds, both included. */
  from: number;
  to: number;
}

/** The statement of the current account, newest first as the partner tells it. */
export function transactions(
  bank: Bank,
  account: string,
  settlements: Settlements,
  { from, to }: Range,
): Transaction[] {
  const honest = bank
    .statement(account)
    .filter(({ reference, created_at: at }) => isOurs(reference) && at >= from && at <= to)
    .map(toTransaction);
  const planted = settlements.differences.list({ limit: 1_000 });
  return planted.reduce((rows, one) => differ(rows, one, { from, to }), honest).reverse();
}

/** The gateway's money stays at the gateway: this account shows its float and the payouts. */
const isOurs = (reference: string): boolean => reference.startsWith('Payout ');

function toTransaction({ reference, ...row }: Line): Transaction {
  const id = reference.slice('Payout '.length);
  return { ...row, source: { id, entity: 'payout', amount: row.amount, utr: row.utr } };
}

function differ(rows: Transaction[], planted: Difference, { from, to }: Range): Transaction[] {
  const { kind, entityId = '', date = dayOf(from) } = planted;
  const extraAt = startOf(date) + 3_600;
  if (kind === 'extra' && entityId.startsWith('pout_') && extraAt >= from && extraAt <= to)
    return [...rows, unknown(planted, extraAt)];
  const place = rows.findIndex(({ source }) => source.id === entityId);
  const row = rows[place];
  if (!row) return rows;
  if (kind === 'missing') return rows.filter((_, at) => at !== place);
  return rows.with(place, { ...row, ...change(row, planted) });
}

function unknown({ by, entityId = '' }: Difference, at: number): Transaction {
  const amount = by ?? 12_300;
  const utr = 'SBX000000000000';
  return {
    id: razorpayId('txn'),
    entity: 'transaction',
    account_number: '',
    amount,
    currency: 'INR',
    credit: 0,
    debit: amount,
    balance: 0,
    utr,
    created_at: at,
    source: { id: entityId, entity: 'payout', amount, utr },
  };
}
