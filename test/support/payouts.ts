import { randomUUIDv7 } from 'node:crypto';
import { StepUp } from '../../apps/api/src/people/accounts';
import { key } from './approvals';
import type { TestApp } from './app';
import { inr, type Known } from './market';

/** Asks for a thousand rupees, with a proof of who asks, to a bank account that is in order. */
export async function payOutOf(app: TestApp, person: Known) {
  const bankAccountId = randomUUIDv7();
  await app.database.query(
    `insert into bank_accounts (id, provider_id, holder, ifsc, last4, fund_account_id, state, created_at)
      values ($1, $2, $3, 'HDFC0000053', '6789', 'fa_1', 'verified', now())`,
    [bankAccountId, person.id, person.name],
  );
  const stepUp = app.app.get(StepUp).issue(person.id, 'payout').token;
  const wish = { amount: inr(100_000), bankAccountId };
  return person.post('/api/payouts', wish, { ...key(), 'x-step-up': stepUp });
}
