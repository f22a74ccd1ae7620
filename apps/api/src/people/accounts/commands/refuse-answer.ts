import { reject } from '@kernel/reject';
import type { Answered } from '../adapters/challenges';

type Refused = Exclude<Answered, { outcome: 'right' }>;

/** Said after the commit: a wrong code must stay counted. */
export function refuseAnswer(
  answered: Refused,
  code: 'accounts.code_invalid' | 'accounts.verification_invalid',
): never {
  if (answered.outcome === 'locked')
    return reject('accounts.code_locked', { retryAfterSeconds: answered.retryAfterSeconds });
  return reject(code);
}
