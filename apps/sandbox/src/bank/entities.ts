import type { Notes } from '../razorpay/entities';

export interface Contact {
  id: string;
  entity: 'contact';
  name: string;
  contact: string | null;
  email: string | null;
  type: string | null;
  reference_id: string | null;
  batch_id: null;
  active: boolean;
  notes: Notes;
  created_at: number;
}

export interface BankAccount {
  ifsc: string;
  bank_name: string;
  name: string;
  notes: [];
  account_number: string;
}

export interface FundAccount {
  id: string;
  entity: 'fund_account';
  contact_id: string;
  account_type: 'bank_account' | 'vpa';
  bank_account?: BankAccount;
  vpa?: { username: string; handle: string; address: string };
  batch_id: null;
  active: boolean;
  created_at: number;
}

export interface Validation {
  id: string;
  entity: 'fund_account.validation';
  fund_account: FundAccount;
  status: 'created' | 'completed' | 'failed';
  amount: number;
  currency: string;
  notes: Notes;
  results: { account_status: 'active' | 'invalid' | null; registered_name: string | null };
  utr: string | null;
  created_at: number;
}

export type PayoutStatus =
  'queued' | 'processing' | 'processed' | 'reversed' | 'failed' | 'cancelled';

export interface Payout {
  id: string;
  entity: 'payout';
  fund_account_id: string;
  amount: number;
  currency: string;
  notes: Notes;
  fees: number;
  tax: number;
  status: PayoutStatus;
  purpose: string;
  utr: string | null;
  mode: string;
  reference_id: string | null;
  narration: string | null;
  batch_id: null;
  failure_reason: string | null;
  status_details: { description: string | null; source: string | null; reason: string | null };
  fee_type: null;
  created_at: number;
}

/** What the bank does with a payout. `timeout`: it is accepted, but the answer never comes. */
export interface PayoutBehaviour {
  outcome?: 'processed' | 'failed' | 'reversed' | 'timeout' | 'queued';
  /** Between two statuses. */
  stepMs?: number;
  /** How long the connection is held when the outcome is `timeout`. */
  holdMs?: number;
}

export interface PayoutFile {
  id: string;
  payout: Payout;
  behaviour: PayoutBehaviour;
}

/** The account number or address at which the money arrives. */
export function destination(account: FundAccount): string {
  return account.bank_account?.account_number ?? account.vpa?.address ?? account.id;
}
