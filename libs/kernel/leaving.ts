import type { Money } from '@money';
import { DiscoveryService } from '@nestjs/core';
import { Injectable } from '@nestjs/common';

/** A provider with `mayLeave(step)`: is asked before money sets out, and rejects when it must not. */
export const BeforeLeaving = DiscoveryService.createDecorator();

/** Somebody wants money to leave, or says where it is to go. */
export type LeavingStep =
  | { readonly kind: 'payout'; readonly accountId: string; readonly amount: Money }
  | { readonly kind: 'bank_account'; readonly accountId: string; readonly holder: string };

interface Watchful {
  mayLeave(step: LeavingStep): Promise<void>;
}

/** Payouts know nothing of sanctions or identities: whoever watches over them says so here. */
@Injectable()
export class Leaving {
  constructor(private readonly discovery: DiscoveryService) {}

  async ask(step: LeavingStep): Promise<void> {
    for (const wrapper of this.discovery.getProviders())
      if (this.discovery.getMetadataByDecorator(BeforeLeaving, wrapper) !== undefined)
        await (wrapper.instance as Watchful).mayLeave(step);
  }
}
