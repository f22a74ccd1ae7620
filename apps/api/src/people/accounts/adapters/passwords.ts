import { isSame } from '@kernel/is-same';
import { reject } from '@kernel/reject';
import { argon2, randomBytes, type Argon2Parameters } from 'node:crypto';
import { availableParallelism } from 'node:os';
import { promisify } from 'node:util';
import limit from 'p-limit';

// OWASP Password Storage: Argon2id with 19 MiB, two passes, one lane.
const memory = 19_456;
const passes = 2;
const parallelism = 1;
const tagLength = 32;

const derive = promisify(argon2) as (
  algorithm: 'argon2id',
  parameters: Argon2Parameters,
) => Promise<Buffer>;

const prefix = `$argon2id$v=19$m=${String(memory)},t=${String(passes)},p=${String(parallelism)}$`;
const base64 = (bytes: Buffer): string => bytes.toString('base64').replaceAll('=', '');

/**
 * One processor, and one of the four threads that files and names are looked up on, are left to
 * everything else: a storm of log-ins waits for itself. Who would wait for long is told to come again.
 */
const lane = limit(Math.max(1, Math.min(3, availableParallelism() - 1)));
const longestQueue = 60;
const retryAfterSeconds = 3;

function inLane<Result>(work: () => Promise<Result>): Promise<Result> {
  if (lane.pendingCount >= longestQueue) reject('request.too_many', { retryAfterSeconds });
  return lane(work);
}

/** The PHC string of a password; takes about 40 ms of another thread. */
export async function hashPassword(password: string): Promise<string> {
  const nonce = randomBytes(16);
  const cost = { memory, passes, parallelism, tagLength };
  const hash = await inLane(() => derive('argon2id', { message: password, nonce, ...cost }));
  return `${prefix}${base64(nonce)}$${base64(hash)}`;
}

const pattern = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([^$]+)\$([^$]+)$/;

/** Without a stored hash it takes as long and says no: an unknown address is not told from a wrong word. */
export async function isPassword(password: string, stored: string | undefined): Promise<boolean> {
  const [, m = memory, t = passes, p = parallelism, nonce = 'AAAAAAAAAAAAAAAAAAAAAA', hash = ''] =
    pattern.exec(stored ?? '') ?? [];
  const derived = await inLane(() =>
    derive('argon2id', {
      message: password,
      nonce: Buffer.from(nonce, 'base64'),
      memory: Number(m),
      passes: Number(t),
      parallelism: Number(p),
      tagLength,
    }),
  );
  return isSame(Buffer.from(hash, 'base64'), derived);
}

/** Made when less work was enough: made anew while the password is at hand. */
export const isOutdated = (stored: string): boolean => !stored.startsWith(prefix);
