import { Injectable } from '@nestjs/common';
import { createChallenge, randomInt, verifySolution } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2';
import { challenge, challengeAnswer, type Challenge } from '@wire/challenges';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { Database } from '../database';
import { networkOf } from '../networks';
import { reject } from '../reject';
import { doors, type Door } from './doors';
import type { Edge } from './edge';
import { Refusals } from './refusals';

/** About a second of a telephone, and half a millisecond of the house. */
const work = { algorithm: 'PBKDF2/SHA-256', cost: 2_000 } as const;
const tries = { least: 500, most: 1_500 };
const lifeSeconds = 180;

interface Knock {
  readonly door: Door;
  readonly address: string;
  /** The answer to an earlier challenge, as it came. */
  readonly answer: string | undefined;
}

/**
 * A door that is knocked at too often asks guests for work before it opens: a flood pays for every knock
 * with a second of a processor, and a person waits for that second and goes on.
 */
@Injectable()
export class Challenges {
  private readonly networks: Record<Door, RateLimiterMemory>;
  private readonly wholes: Record<Door, RateLimiterMemory>;
  private readonly secrets: { hmacSignatureSecret: string; hmacKeySignatureSecret: string };

  constructor(
    private readonly database: Database,
    private readonly refusals: Refusals,
    { challengeSecret, softLimitFactor }: Pick<Edge, 'challengeSecret' | 'softLimitFactor'>,
  ) {
    const counters = (whose: 'network' | 'all') =>
      Object.fromEntries(
        Object.entries(doors).map(([door, rule]) => [
          door,
          new RateLimiterMemory({ points: rule[whose] * softLimitFactor, duration: 60 }),
        ]),
      ) as Record<Door, RateLimiterMemory>;
    this.networks = counters('network');
    this.wholes = counters('all');
    this.secrets = {
      hmacSignatureSecret: `${challengeSecret} challenge`,
      hmacKeySignatureSecret: `${challengeSecret} key`,
    };
  }

  /** Rejects request.challenge_required, with something to solve, where a door is knocked at too often. */
  async admit({ door, address, answer }: Knock): Promise<void> {
    const network = networkOf(address);
    const isQuiet = await this.isQuiet(door, network);
    if (isQuiet || (answer !== undefined && (await this.opens(answer, door, network)))) return;
    this.refusals.note('challenge', { address });
    reject('request.challenge_required', { door, challenge: await this.ask(door, network) });
  }

  private async isQuiet(door: Door, network: string): Promise<boolean> {
    const counted = [this.networks[door].consume(network), this.wholes[door].consume('all')];
    return (await Promise.allSettled(counted)).every(({ status }) => status === 'fulfilled');
  }

  private async ask(door: Door, network: string): Promise<Challenge & { most: number }> {
    const made = await createChallenge({
      ...work,
      ...this.secrets,
      deriveKey,
      counter: randomInt(tries.most, tries.least),
      expiresAt: Math.floor(Date.now() / 1_000) + lifeSeconds,
      data: { door, network },
    });
    return { ...challenge.parse(made), most: tries.most };
  }

  /** Ours, for this door and this network, in time, right, and never seen before. */
  private async opens(answer: string, door: Door, network: string): Promise<boolean> {
    const read = challengeAnswer.safeParse(unpacked(answer)).data;
    if (!read) return false;
    const { verified } = await verifySolution({ ...read, ...this.secrets, deriveKey });
    const { signature, parameters } = read.challenge;
    const { door: of, network: from } = parameters.data;
    if (!verified || of !== door || from !== network) return false;
    return this.spend(signature, parameters.expiresAt);
  }

  private async spend(signature: string, until: number): Promise<boolean> {
    const rows = await this.database.query(
      `with gone as (delete from spent_challenges where until < now() - interval '1 minute')
        insert into spent_challenges (signature, until) values (decode($1, 'hex'), to_timestamp($2))
          on conflict do nothing returning 1`,
      [signature, until],
      'challenges.spend',
    );
    return rows.length > 0;
  }
}

function unpacked(answer: string): unknown {
  try {
    return JSON.parse(Buffer.from(answer, 'base64url').toString());
  } catch {
    return undefined;
  }
}
