import type { Actor, Metadata, Position } from '@eventstore/record';
import type { Membership, Role, Rule } from '@wire/permissions';
import { Injectable } from '@nestjs/common';
import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUIDv7 } from 'node:crypto';
import { Clock } from './clock';

export interface Circumstances {
  actor: Actor & {
    readonly roles: readonly Role[];
    /** What was opened for this person for a while. */
    readonly rules?: readonly Rule[];
    /** What this person is in organisations at this moment. */
    readonly memberships?: readonly Membership[];
    /** Somebody of staff looks with this person's eyes. */
    readonly watchedBy?: string | undefined;
  };
  readonly correlation: string;
  /** The page that asks, as its browser says; a program says nothing. */
  readonly origin?: string | undefined;
  readonly causation: string;
  /** Scope and key of the intent, when it has one. */
  readonly idempotencyKey?: string | undefined;
  sessionId?: string | undefined;
  /** Somebody showed a second factor in this session. */
  withFactor?: boolean;
  stepUp?: string | undefined;
  /** The last place this request wrote to; reads that follow wait for it. */
  written?: Position;
}

const storage = new AsyncLocalStorage<Circumstances>();

const system: Circumstances['actor'] = { type: 'system', id: 'system', roles: [] };

/** Who is acting and why, wherever the code is. Set once per request, policy or job. */
@Injectable()
export class RequestContext {
  constructor(private readonly clock: Clock) {}

  run<Result>(circumstances: Partial<Circumstances>, work: () => Result): Result {
    const correlation = circumstances.correlation ?? randomUUIDv7();
    const whole = { actor: system, correlation, causation: correlation, ...circumstances };
    return storage.run(whole, work);
  }

  get now(): Circumstances {
    return storage.getStore() ?? { actor: system, correlation: 'none', causation: 'none' };
  }

  get actor(): Circumstances['actor'] {
    return this.now.actor;
  }

  get metadata(): Metadata {
    const { actor, correlation, causation } = this.now;
    return {
      actor: { type: actor.type, id: actor.id, ...(actor.via && { via: actor.via }) },
      at: this.clock.now().toISOString(),
      correlation,
      causation,
    };
  }

  /** The request turned out to be this person's. */
  become(person: Pick<Circumstances, 'actor' | 'sessionId' | 'withFactor' | 'stepUp'>): void {
    Object.assign(this.now, person);
  }

  wrote(position: Position): void {
    const circumstances = storage.getStore();
    if (circumstances) circumstances.written = position;
  }
}
