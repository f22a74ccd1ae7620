import type { Sql } from '@eventstore/record';
import { about, type Told } from '@kernel/facts';
import type { Account } from '../adapters/account';
import type { Challenges } from '../adapters/challenges';

const dayInSeconds = 86_400;

/** A link and a code for the address of an account; nothing when the last ones are a minute old or less. */
export async function askForProof(
  challenges: Challenges,
  sql: Sql,
  { id: accountId, email: target }: Pick<Account, 'id' | 'email'>,
): Promise<Told[]> {
  const asked = { accountId, purpose: 'email', target, lifeSeconds: dayInSeconds };
  const challengeId = await challenges.ask(sql, asked);
  if (!challengeId) return [];
  return [about('account', accountId, 'VerificationAsked', { accountId, challengeId })];
}
