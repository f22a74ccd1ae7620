import { createHmac } from 'node:crypto';
import { isSame } from '../is-same';

/** Whom an access token is for: the desk of the console takes none that was made for the marketplace. */
export const audiences = ['marketplace', 'console'] as const;
export type Audience = (typeof audiences)[number];

/** What only the console is asked for. */
const desk = /^\/api\/admin(\/|\?|$)/;

export const isFor = (audience: readonly Audience[], url: string): boolean =>
  audience.includes(desk.test(url) ? 'console' : 'marketplace');

/**
 * A page gets tokens for its own app by the origin that its browser says. A program says none, and holds
 * its tokens itself. The console asks for what members see, too.
 */
export function audienceOf(origin: string | undefined, market: string): readonly Audience[] {
  return origin === market ? ['marketplace'] : audiences;
}

/** By which of the secrets a token was signed: for a while after a rotation that may be the former one. */
export function secretOf(token: string, [now = '', ...before]: readonly string[]): string {
  const [head = '', claims = '', sent = ''] = token.split('.');
  const signature = Buffer.from(sent, 'base64url');
  const isBy = (secret: string) =>
    isSame(signature, createHmac('sha256', secret).update(`${head}.${claims}`).digest());
  return before.find(isBy) ?? now;
}
