import { createHash } from 'node:crypto';
import { razorpayId } from '../core/ids';
import {
  readAmount,
  readCurrency,
  readNotes,
  readOptional,
  readText,
  refuseUnknown,
  type Fields,
} from '../razorpay/fields';
import { badRequest } from '../razorpay/refusal';
import { wrongAccount, type Beneficiaries } from './beneficiaries';
import type { Payout } from './entities';

const known = [
  'account_number',
  'fund_account_id',
  'amount',
  'currency',
  'mode',
  'purpose',
  'queue_if_low_balance',
  'reference_id',
  'narration',
  'notes',
];
const modes = ['NEFT', 'RTGS', 'IMPS', 'UPI'];

/** Idempotency is mandatory for payouts, and the key has a form. */
export function readKey(header: string | string[] | undefined): string {
  const field = 'X-Payout-Idempotency';
  const key = typeof header === 'string' ? header : '';
  if (!key) {
    const say = 'Idempotency key is missing. Include idempotency header and key in the request.';
    throw badRequest(say, { field });
  }
  if (!/^[A-Za-z0-9 _-]{4,36}$/.test(key)) {
    throw badRequest('The idempotency key must have 4 to 36 letters, digits, - or _.', { field });
  }
  return key;
}

export function readPayout(
  fields: Fields,
  payoutAccount: string,
  beneficiaries: Beneficiaries,
  now: number,
): Payout {
  refuseUnknown(fields, known);
  if (readText(fields, 'account_number') !== payoutAccount) throw wrongAccount();
  const mode = readText(fields, 'mode');
  if (!modes.includes(mode)) throw badRequest('Payout mode is invalid', { field: 'mode' });
  return {
    id: razorpayId('pout'),
    entity: 'payout',
    fund_account_id: beneficiaries.account(readText(fields, 'fund_account_id')).id,
    amount: readAmount(fields),
    currency: readCurrency(fields),
    notes: readNotes(fields),
    fees: 0,
    tax: 0,
    status: 'processing',
    purpose: readText(fields, 'purpose'),
    utr: null,
    mode,
    reference_id: readOptional(fields, 'reference_id', 40),
    narration: readOptional(fields, 'narration', 30),
    batch_id: null,
    failure_reason: null,
    status_details: { description: null, source: null, reason: null },
    fee_type: null,
    created_at: now,
  };
}

/** Two bodies are the same when they say the same, in whatever order. */
export function bodyHash(body: Fields): string {
  const sorted = JSON.stringify(body, (_name, value: unknown) =>
    value !== null && typeof value === 'object' && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );
  return createHash('sha256').update(sorted).digest('hex');
}
