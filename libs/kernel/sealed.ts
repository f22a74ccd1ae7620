import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { erased } from '@wire/privacy';

const mark = 'sealed:1:';
const uuid = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';
const whole = new RegExp(`^sealed:1:(${uuid}):([\\w-]+)$`);
/** A sealed text that is a whole string of an answer. Within the raw bytes of a fact it stays as it is. */
const inJson = new RegExp(`(?<!\\\\)"sealed:1:(${uuid}):([\\w-]+)"`, 'g');
const ivBytes = 12;
const tagBytes = 16;

export const isSealed = (text: string): boolean => text.startsWith(mark);

/** AES-256-GCM; the subject is bound to it, so that it opens under no other name. */
export function sealWith(key: Buffer, subject: string, text: string): string {
  const iv = randomBytes(ivBytes);
  const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(subject));
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  const sealed = Buffer.concat([iv, body, cipher.getAuthTag()]);
  return `${mark}${subject}:${sealed.toString('base64url')}`;
}

/** The text, or the sign that it is gone when there is no key or somebody changed the bytes. */
export function openWith(key: Buffer | null, subject: string, sealed: string): string {
  if (!key) return erased;
  const bytes = Buffer.from(sealed, 'base64url');
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, ivBytes));
    decipher.setAAD(Buffer.from(subject)).setAuthTag(bytes.subarray(-tagBytes));
    const body = decipher.update(bytes.subarray(ivBytes, -tagBytes));
    return Buffer.concat([body, decipher.final()]).toString('utf8');
  } catch {
    return erased;
  }
}

/** Whose text it is, and the bytes; null for what is not sealed. */
export function partsOf(text: string): { subject: string; sealed: string } | null {
  const [, subject, sealed] = whole.exec(text) ?? [];
  return subject && sealed ? { subject, sealed } : null;
}

export const mentions = (payload: string): boolean => payload.includes(mark);

/** Whose texts an answer holds. */
export const subjectsIn = (payload: string): string[] => [
  ...new Set([...payload.matchAll(inJson)].map(([, subject = '']) => subject)),
];

/** Every sealed string of a JSON text, opened in its place. */
export function openedIn(payload: string, keys: ReadonlyMap<string, Buffer | null>): string {
  return payload.replaceAll(inJson, (_, subject: string, sealed: string) =>
    JSON.stringify(openWith(keys.get(subject) ?? null, subject, sealed)),
  );
}

/** Whether somebody sends sealed text in: it is ours to make, and copied it would open as theirs. */
export function holdsSealed(value: unknown): boolean {
  if (typeof value === 'string') return isSealed(value.trimStart());
  if (Array.isArray(value)) return value.some(holdsSealed);
  // Bytes that are uploaded come as a stream or a buffer; only what was JSON or a form is looked at.
  const isPlain = typeof value === 'object' && value !== null && value.constructor === Object;
  return isPlain && Object.values(value).some(holdsSealed);
}
