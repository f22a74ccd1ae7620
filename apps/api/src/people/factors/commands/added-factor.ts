import type { Sql } from '@eventstore/record';
import { about, type Told } from '@kernel/facts';
import type { Added } from '@wire/factors';
import type { RecoveryCodes } from '../adapters/recovery-codes';
import type { Factor } from '../domain/factors.events';

/** What every new factor has in common: its fact, and codes for the day it is lost. */
export async function addedFactor(
  codes: RecoveryCodes,
  sql: Sql,
  accountId: string,
  factor: Factor,
): Promise<{ told: Told[]; answer: Added }> {
  const recoveryCodes = await codes.ensure(sql, accountId);
  const added = about('account', accountId, 'FactorAdded', { accountId, factor });
  const made = about('account', accountId, 'RecoveryCodesMade', { accountId });
  return { told: recoveryCodes ? [added, made] : [added], answer: { recoveryCodes } };
}
