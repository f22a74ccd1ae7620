import { createHmac } from 'node:crypto';

/** The key that every demo account of staff has; the README lists it beside the password. */
export const demoSeed = 'GUILDHALLDEMOSTAFFSECONDFACTOR22';
export const stepSeconds = 30;

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

export interface Reading {
  seed: string;
  /** Half minutes since 1970: a code is of one of them, and no product takes it twice. */
  step: number;
  code: string;
  /** Of the half minute after this one. */
  next: string;
  secondsLeft: number;
}

/** What an authenticator app shows for a key: RFC 6238 with SHA-1, six digits, thirty seconds. */
export function read(seed: string, now = Date.now()): Reading {
  const seconds = Math.floor(now / 1_000);
  const step = Math.floor(seconds / stepSeconds);
  const secondsLeft = stepSeconds - (seconds % stepSeconds);
  return { seed, step, code: codeOf(seed, step), next: codeOf(seed, step + 1), secondsLeft };
}

function codeOf(seed: string, step: number): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const mac = createHmac('sha1', bytesOf(seed)).update(counter).digest();
  const at = (mac.at(-1) ?? 0) & 0x0f;
  const digits = (mac.readUInt32BE(at) & 0x7fffffff) % 1_000_000;
  return String(digits).padStart(6, '0');
}

/** Base 32 of RFC 4648, five bits a letter. */
function bytesOf(seed: string): Buffer {
  const bits = [...seed].map((letter) => letters.indexOf(letter).toString(2).padStart(5, '0'));
  const whole = bits.join('').match(/.{8}/g) ?? [];
  return Buffer.from(whole.map((byte) => Number.parseInt(byte, 2)));
}
