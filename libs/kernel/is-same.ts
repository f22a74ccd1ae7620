import { timingSafeEqual } from 'node:crypto';

/** Whether two are the same; how long it takes does not tell from where on they differ. */
export function isSame(one: Buffer | string, other: Buffer | string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}
