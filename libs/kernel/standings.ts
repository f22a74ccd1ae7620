import type { Membership, Role, Rule } from '@wire/permissions';
import { DiscoveryService } from '@nestjs/core';
import { Injectable } from '@nestjs/common';
import { Heard } from './heard';
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

/**
 * A token says who somebody is; what they may is asked here for every request, so that a role that
 * is taken away is gone at once in every process.
 */
@Injectable()
export class Standings {
  private readonly heard: Heard<Standing>;

  constructor(
    private readonly discovery: DiscoveryService,
    wakeups: Wakeups,
  ) {
    this.heard = new Heard(wakeups, 'account');
  }

  of({ id: accountId }: Asked): Promise<Standing | null> {
    return this.heard.answer(
      accountId,
      () => this.ask(accountId),
      ({ until = Infinity }) => until > Date.now(),
    );
  }

  /** Somebody's standing changed. */
  changed(accountId: string): void {
    this.heard.changed(accountId);
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
