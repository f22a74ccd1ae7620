import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/** An id in Razorpay's form: a prefix, an underscore and 14 letters or digits. */
export function razorpayId(prefix: string): string {
  const letters = Array.from(randomBytes(14), (byte) => alphabet.charAt(byte % 62));
  return `${prefix}_${letters.join('')}`;
}

export function hexId(prefix: string): string {
  return prefix + randomBytes(16).toString('hex');
}

export function digits(count: number): string {
  return Array.from(randomBytes(count), (byte) => String(byte % 10)).join('');
}

export function signHex(secret: string, text: string): string {
  return createHmac('sha256', secret).update(text).digest('hex');
}

export function isSame(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}
