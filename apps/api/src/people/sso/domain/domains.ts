import { reject } from '@kernel/reject';

/** Everybody has an address there: nobody can say that all of them are theirs. */
const public_ = new Set(
  `126.com 163.com aol.com duck.com fastmail.com gmail.com gmx.at gmx.ch gmx.com gmx.de gmx.net
  googlemail.com hey.com hotmail.co.uk hotmail.com hotmail.de hotmail.fr hotmail.it hushmail.com
  icloud.com inbox.com live.com live.co.uk mac.com mail.com mail.ru mailinator.com me.com msn.com
  naver.com outlook.com outlook.de outlook.fr outlook.in posteo.de proton.me protonmail.com pm.me
  qq.com rediffmail.com rocketmail.com sina.com t-online.de tuta.com tutanota.com web.de yahoo.co.in
  yahoo.co.jp yahoo.co.uk yahoo.com yahoo.de yahoo.fr yahoo.in yandex.com yandex.ru ymail.com
  zoho.com zohomail.com`.split(/\s+/),
);

/** Rejects sso.public_domain. */
export function claimable(name: string): void {
  if (public_.has(name)) reject('sso.public_domain', { name });
}

/** Of a part below a domain nothing is said: `mail.example.org` is proved for itself. */
export const domainOf = (email: string): string => email.slice(email.lastIndexOf('@') + 1);

const prefix = 'guildhall-verification=';

export interface DnsRecord {
  readonly name: string;
  readonly value: string;
}

/** Below a name of its own, where no other record stands. */
export const recordOf = (name: string, token: string): DnsRecord => ({
  name: `_guildhall.${name}`,
  value: `${prefix}${token}`,
});

const weekMs = 7 * 86_400_000;

interface Looked {
  readonly missingSince: Date | null;
  /** It was there at the look before. */
  readonly isNew: boolean;
  readonly isLost: boolean;
  /** When it is lost, if the record does not come back. */
  readonly endsAt: Date;
}

/** What a look says: a record that comes back within a week was never gone. */
export function afterLook(missingSince: Date | null, isThere: boolean, now: Date): Looked {
  if (isThere) return { missingSince: null, isNew: false, isLost: false, endsAt: now };
  const since = missingSince ?? now;
  const endsAt = new Date(since.getTime() + weekMs);
  return { missingSince: since, isNew: missingSince === null, isLost: now >= endsAt, endsAt };
}

/** A record may come in several pieces; together they are one text. */
export const stands = (found: readonly (readonly string[])[], value: string): boolean =>
  found.some((pieces) => pieces.join('').trim() === value);
