import { digits, hexId } from '../core/ids';
import type { Shelf, Store } from '../core/store';
import type { Clock } from '../clock/clock';

export interface Transfer {
  id: string;
  from: string;
  to: string;
  /** In paise. */
  amount: number;
  currency: string;
  reference: string;
  utr: string;
  at: string;
}

export interface Account {
  number: string;
  name: string;
  balance: number;
  currency: string;
}

/** A movement in the form of RazorpayX's transaction. */
export interface Line {
  id: string;
  entity: 'transaction';
  account_number: string;
  amount: number;
  currency: string;
  credit: number;
  debit: number;
  balance: number;
  reference: string;
  utr: string;
  created_at: number;
}

interface Named {
  id: string;
  name: string;
}

export const customers = 'customers';
const opening = 'opening';
const openingPaise = 5_000_000_000;

/** The bank behind the gateway: accounts are what their transfers add up to. */
export class Bank {
  readonly transfers: Shelf<Transfer>;
  private readonly names: Shelf<Named>;

  constructor(
    store: Store,
    private readonly clock: Clock,
    readonly platformAccount: string,
  ) {
    this.transfers = store.shelf<Transfer>('transfer');
    this.names = store.shelf<Named>('account');
  }

  /** The platform starts with a float, so that payouts of demo contracts have cover. */
  open(): void {
    if (this.names.get(this.platformAccount)) return;
    this.name(this.platformAccount, 'Guildhall · current account');
    this.name('transit', 'Payouts under way');
    this.name(customers, 'Customers’ cards and banks');
    this.move(opening, this.platformAccount, openingPaise, 'INR', 'Opening balance');
  }

  name(number: string, name: string): void {
    this.names.put({ id: number, name });
  }

  move(from: string, to: string, amount: number, currency: string, reference: string): Transfer {
    const at = this.clock.now().toISOString();
    const utr = `SBX${at.slice(2, 10).replaceAll('-', '')}${digits(9)}`;
    const transfer = { id: hexId('trf_'), from, to, amount, currency, reference, utr, at };
    return this.transfers.put(transfer, `|${from}|${to}|`);
  }

  balance(number: string): number {
    return this.of(number).reduce((sum, one) => sum + signed(one, number), 0);
  }

  of(number: string, limit = 100_000): Transfer[] {
    return this.transfers.list({ tagPart: `|${number}|`, limit });
  }

  /** Every movement of one account, oldest first, with the balance after it. */
  statement(number: string): Line[] {
    let balance = 0;
    return this.of(number)
      .reverse()
      .map((transfer) => {
        const amount = signed(transfer, number);
        balance += amount;
        return toLine(transfer, number, amount, balance);
      });
  }

  accounts(): Account[] {
    const balances = new Map<string, number>();
    const add = (number: string, amount: number) =>
      balances.set(number, (balances.get(number) ?? 0) + amount);
    for (const { from, to, amount } of this.transfers.list({ limit: 100_000 })) {
      add(from, -amount);
      add(to, amount);
    }
    return this.names
      .list({ limit: 1_000 })
      .reverse()
      .map(({ id, name }) => ({
        number: id,
        name,
        balance: balances.get(id) ?? 0,
        currency: 'INR',
      }));
  }
}

function toLine(transfer: Transfer, number: string, amount: number, balance: number): Line {
  return {
    id: transfer.id.replace('trf_', 'txn_'),
    entity: 'transaction',
    account_number: number,
    amount: transfer.amount,
    currency: transfer.currency,
    credit: Math.max(amount, 0),
    debit: Math.max(-amount, 0),
    balance,
    reference: transfer.reference,
    utr: transfer.utr,
    created_at: Math.floor(Date.parse(transfer.at) / 1000),
  };
}

function signed({ to, amount }: Transfer, number: string): number {
  return to === number ? amount : -amount;
}
