import { createHash } from 'node:crypto';

/**
 * An id that the same words always lead to, so that what is done again finds what was done before.
 * UUIDv8 over SHA-256.
 */
export function derivedId(...words: readonly string[]): string {
  const bytes = createHash('sha256').update(words.join('\0')).digest().subarray(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  const ends = [0, 8, 12, 16, 20, 32];
  return ends
    .slice(1)
    .map((end, place) => hex.slice(ends[place], end))
    .join('-');
}
