import { reject } from '@kernel/reject';
import { isTriedFirst } from '../adapters/tried-passwords';
import { hashPassword } from '../adapters/passwords';
import { weaknessOf, type Owner } from '../domain/password-rules';

/** The hash of a password that may be taken. Rejects with the rule that it breaks. */
export function hashNewPassword(password: string, owner: Owner): Promise<string> {
  const weakness = weaknessOf(password, owner, isTriedFirst);
  return weakness ? reject(weakness) : hashPassword(password);
}
