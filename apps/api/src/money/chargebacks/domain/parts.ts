import { minor, money, subtract, type Money } from '@money';

/** Who bears the money that the gateway kept. */
export interface Parts {
  readonly escrow: Money;
  readonly wallet: Money;
  readonly receivable: Money;
  readonly loss: Money;
}

/** Rest of escrow, then the client's wallet, then what the provider was paid for it, then ourselves. */
export function recover(amount: Money, limits: Omit<Parts, 'loss'>): Parts {
  const [escrow, afterEscrow] = upTo(amount, limits.escrow);
  const [wallet, afterWallet] = upTo(afterEscrow, limits.wallet);
  const [receivable, loss] = upTo(afterWallet, limits.receivable);
  return { escrow, wallet, receivable, loss };
}

function upTo(wanted: Money, limit: Money): readonly [Money, Money] {
  const most = minor(limit) > 0n ? minor(limit) : 0n;
  const taken = money(minor(wanted) < most ? minor(wanted) : most, wanted.currency);
  return [taken, subtract(wanted, taken)];
}
