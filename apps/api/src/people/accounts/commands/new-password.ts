import { reject } from '@kernel/reject';
import { isCommonPassword } from '../adapters/common-passwords';
import { hashPassword } from '../adapters/passwords';
import { weaknessOf, type Owner } from '../domain/password-rules';

/** The hash of a password that may be taken. Rejects with the rule that it breaks. */
export function hashNewPassword(password: string, owner: Owner): Promise<string> {
  const weakness = weaknessOf(password, owner, isCommonPassword);
  return weakness ? reject(weakness) : hashPassword(password);
}
