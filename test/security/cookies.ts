import { stack } from '../journeys/stack';
import { password } from '../faults/caller';

export interface Session {
  /** `name=value; name=value`, as a browser sends them. */
  readonly cookie: string;
  readonly lines: readonly string[];
  readonly body: string;
}

/** Logs in with cookies of the caller's choice, and shows what came back. */
export async function logIn(email: string, sent = '', at = stack.api): Promise<Session> {
  const response = await fetch(`${at}/api/accounts/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie: sent },
    body: JSON.stringify({ email, password }),
  });
  const lines = response.headers.getSetCookie();
  return {
    cookie: lines.map((line) => line.split(';', 1)[0]).join('; '),
    lines,
    body: await response.text(),
  };
}

export const valueOf = (cookie: string, name: string): string =>
  new RegExp(`(?:^|; )${name}=([^;]*)`).exec(cookie)?.[1] ?? '';
