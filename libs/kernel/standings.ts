import type { Membership, Role, Rule } from '@wire/permissions';
import { DiscoveryService } from '@nestjs/core';
import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { Wakeups } from './wakeups';

/** What somebody may be now: roles of the account and lent ones, and what was opened for a while. */
export interface Standing {
  readonly roles: readonly Role[];
  readonly rules: readonly Rule[];
  readonly memberships?: readonly Membership[];
  /** When something of it runs out by itself, as milliseconds. */
  readonly until?: number;
}

/** Whoever asks, and from which session; the standing of a person is the same in each. */
interface Asked {
  readonly id: string;
  readonly sessionId: string;
}

/** A provider with `vouch(accountId, before)`: adds what its context knows. No account, no standing. */
export const Vouches = DiscoveryService.createDecorator();

export interface Voucher {
  vouch(accountId: string, before: Standing | null): Promise<Standing | null>;
}

const most = 20_000;
/** A wake-up may get lost; then a standing is this old at most. */
const longestMs = 2_000;

/**
 * A token says who somebody is; what they may is asked here for every request, so that a role that
 * is taken away is gone at once in every process. While this process does not hear of changes
 * nothing is kept.
 */
@Injectable()
export class Standings {
  private readonly kept = new LRUCache<string, Standing>({ max: most, ttl: longestMs });
  private moves = 0;

  constructor(
    private readonly discovery: DiscoveryService,
    private readonly wakeups: Wakeups,
  ) {
    wakeups.on('changed', (topic) => {
      if (topic.startsWith('account:')) this.drop(topic.slice('account:'.length));
    });
  }

  async of({ id: accountId }: Asked): Promise<Standing | null> {
    const known = this.kept.get(accountId);
    if (known && this.wakeups.hearing && (known.until ?? Infinity) > Date.now()) return known;
    const before = this.moves;
    const standing = await this.ask(accountId);
    if (standing && before === this.moves && this.wakeups.hearing)
      this.kept.set(accountId, standing);
    return standing;
  }

  /** Somebody's standing changed: asked anew here at once, elsewhere as soon as they hear of it. */
  changed(accountId: string): void {
    this.drop(accountId);
    this.wakeups.tell('changed', `account:${accountId}`);
  }

  private drop(accountId: string): void {
    this.moves += 1;
    this.kept.delete(accountId);
  }

  private async ask(accountId: string): Promise<Standing | null> {
    let standing: Standing | null = null;
    for (const voucher of this.vouchers()) standing = await voucher.vouch(accountId, standing);
    return standing;
  }

  private found: Voucher[] | undefined;
  private vouchers(): Voucher[] {
    this.found ??= this.discovery
      .getProviders()
      .filter((one) => this.discovery.getMetadataByDecorator(Vouches, one) !== undefined)
      .map(({ instance }) => instance as Voucher);
    return this.found;
  }
}
