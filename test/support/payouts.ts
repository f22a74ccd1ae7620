import { randomUUIDv7 } from 'node:crypto';
import { StepUp } from '../../apps/api/src/people/accounts';
import { key } from './approvals';
import type { TestApp } from './app';
import { inr, type Known } from './market';

/** Asks for money, with a proof of who asks, to a bank account that is in order. */
export async function payOutOf(
  app: TestApp,
  person: Known,
  { minor = 100_000, holder = person.name } = {},
) {
  const bankAccountId = randomUUIDv7();
  await app.database.query(
    `insert into bank_accounts (id, provider_id, holder, ifsc, last4, fund_account_id, state, created_at)
      values ($1, $2, $3, 'HDFC0000053', '6789', 'fa_1', 'verified', now())`,
    [bankAccountId, person.id, holder],
  );
  const stepUp = app.app.get(StepUp).issue(person.id, 'payout').token;
  const wish = { amount: inr(minor), bankAccountId };
  return person.post('/api/payouts', wish, { ...key(), 'x-step-up': stepUp });
}
