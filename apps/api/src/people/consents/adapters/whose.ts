import type { RequestContext } from '@kernel/context';
import type { HttpCookie } from '@kernel/http/cookies';
import { randomUUIDv7 } from 'node:crypto';

/** What a guest chose is known by this number alone; without it they are asked. */
export const consentCookie = 'gh_consent';
const lifeSeconds = 180 * 86_400;
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

export interface Visit {
  /** The number in the cookie, if there is one. */
  readonly guest: string | undefined;
  /** `Sec-GPC: 1` */
  readonly hasSignal: boolean;
}

export interface Whose {
  readonly subject: string;
  readonly isGuest: boolean;
}

/** The number in the cookie, when it is one. */
export const guestOf = ({ guest }: Visit): string | null =>
  guest && uuid.test(guest) ? guest : null;

/** A member is the account wherever they sit; a guest is this browser. */
export function whose({ actor }: RequestContext, visit: Visit): Whose | null {
  if (actor.type === 'user' || actor.type === 'staff') return { subject: actor.id, isGuest: false };
  const guest = guestOf(visit);
  return guest ? { subject: guest, isGuest: true } : null;
}

export const newGuest = (): Whose => ({ subject: randomUUIDv7(), isGuest: true });

export const cookieOf = ({ subject, isGuest }: Whose, secure: boolean): HttpCookie[] =>
  isGuest
    ? [{ name: consentCookie, value: subject, path: '/', maxAgeSeconds: lifeSeconds, secure }]
    : [];
