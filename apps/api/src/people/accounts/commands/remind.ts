import type { Sql } from '@eventstore/record';
import { about, type Told } from '@kernel/facts';
import type { Account } from '../adapters/account';
import type { Challenges } from '../adapters/challenges';
import { askForProof } from './ask-for-proof';

/** Somebody wants to open an account with an address that has one: only its owner is told. */
export async function remind(challenges: Challenges, sql: Sql, known: Account): Promise<Told[]> {
  if (!known.emailVerifiedAt) return askForProof(challenges, sql, known);
  return [about('account', known.id, 'RegistrationRepeated', { accountId: known.id })];
}
