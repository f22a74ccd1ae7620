import { isStaffRole } from '@wire/duties';
import type { Role } from '@wire/permissions';

/** Whose password it is to be. */
export interface Owner {
  readonly email: string;
  readonly name: string;
  readonly roles: readonly Role[];
}

export type Weakness =
  'accounts.password_short' | 'accounts.password_common' | 'accounts.password_personal';

const site = 'guildhall';
const leastForStaff = 15;
/** So many letters and digits have to be left when everything that others know is taken out. */
const leastOfOwn = 5;

const plain = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

/** The parts of a name or address that somebody else would try. */
const wordsOf = ({ email, name }: Owner): string[] =>
  [site, ...email.replace(/@.*/, '').split(/[.+_-]/), ...name.split(/\s+/)]
    .map(plain)
    .filter((word) => word.length > 3)
    .sort((a, b) => b.length - a.length);

/**
 * Why a password cannot be taken; null when it can. No rule about kinds of letters and none about
 * age: length and not being guessable are what counts.
 */
export function weaknessOf(
  password: string,
  owner: Owner,
  isTriedFirst: (password: string) => boolean,
): Weakness | null {
  if (owner.roles.some(isStaffRole) && [...password].length < leastForStaff)
    return 'accounts.password_short';
  if (isTriedFirst(password.toLowerCase())) return 'accounts.password_common';
  const own = wordsOf(owner).reduce((rest, word) => rest.replaceAll(word, ''), plain(password));
  return own.length < leastOfOwn && own !== plain(password) ? 'accounts.password_personal' : null;
}
