import { createHmac } from 'node:crypto';

const prefix = 'whsec_';
export const secretBytes = 32;

export const secretOf = (bytes: Buffer): string => `${prefix}${bytes.toString('base64')}`;

export interface Message {
  readonly id: string;
  /** Seconds since 1970, by the machine's clock: receivers compare it with theirs. */
  readonly timestamp: number;
  readonly body: string;
}

/** Standard Webhooks: one signature for each secret that is in use, separated by spaces. */
export function signedHeaders(
  { id, timestamp, body }: Message,
  secrets: readonly string[],
): Record<string, string> {
  const signatures = secrets.map((secret) => {
    const key = Buffer.from(secret.slice(prefix.length), 'base64');
    const sum = createHmac('sha256', key).update(`${id}.${String(timestamp)}.${body}`);
    return `v1,${sum.digest('base64')}`;
  });
  return {
    'content-type': 'application/json',
    'user-agent': 'Guildhall-Webhooks/1',
    'webhook-id': id,
    'webhook-timestamp': String(timestamp),
    'webhook-signature': signatures.join(' '),
  };
}
