import { createHash, randomInt } from 'node:crypto';
import { crc32 } from 'node:zlib';

const signs = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const secretLength = 32;
const checkLength = 6;
const shape = /^(gh_(?:live|test)_[0-9A-Za-z]{32})([0-9A-Za-z]{6})$/;

export type KeyMode = 'live' | 'test';

/** In signs that a double click selects whole: CRC-32, as in the tokens of GitHub. */
function checkOf(body: string): string {
  let rest = crc32(body);
  let text = '';
  while (rest > 0) {
    text = `${signs.charAt(rest % signs.length)}${text}`;
    rest = Math.floor(rest / signs.length);
  }
  return text.padStart(checkLength, '0');
}

/** A key of 190 bits. Scanners for leaked secrets know it by its beginning and by its checksum. */
export function newApiKey(mode: KeyMode): string {
  const one = () => signs.charAt(randomInt(signs.length));
  const body = `gh_${mode}_${Array.from({ length: secretLength }, one).join('')}`;
  return `${body}${checkOf(body)}`;
}

export const looksLikeKey = (token: string): boolean => /^gh_(live|test)_/.test(token);

/** What was mistyped or made up is known for it without asking the database. */
export function isApiKey(token: string): boolean {
  const [, body, check] = shape.exec(token) ?? [];
  return body !== undefined && checkOf(body) === check;
}

/** All that is kept of a key. It needs no salt and no slow hash: nobody guesses 190 bits. */
export const hashOfKey = (token: string): Buffer => createHash('sha256').update(token).digest();

/** Enough to tell one's keys apart, far too little to use one. */
export const beginningOf = (token: string): string => token.slice(0, 'gh_live_'.length + 4);
