import { DiscoveryService } from '@nestjs/core';
import { Injectable } from '@nestjs/common';

/** By what somebody comes in. */
export type WayIn = 'password' | 'mail' | 'passkey' | 'provider' | 'sso';

export interface Entering {
  readonly accountId: string;
  readonly email: string;
  readonly roles: readonly string[];
  readonly by: WayIn;
  /** Whose single sign-on it is. */
  readonly organisationId?: string;
}

/** A provider with `admit(entering)`: refuses by a rejection who may not come in this way. */
export const KeepsDoor = DiscoveryService.createDecorator();

export interface Doorkeeper {
  admit(entering: Entering): Promise<void>;
}

/** Every way into an account leads past every doorkeeper, after the first factor was right. */
@Injectable()
export class Entrances {
  private found: Doorkeeper[] | undefined;

  constructor(private readonly discovery: DiscoveryService) {}

  async pass(entering: Entering): Promise<void> {
    for (const keeper of this.keepers()) await keeper.admit(entering);
  }

  private keepers(): Doorkeeper[] {
    this.found ??= this.discovery
      .getProviders()
      .filter((one) => this.discovery.getMetadataByDecorator(KeepsDoor, one) !== undefined)
      .map(({ instance }) => instance as Doorkeeper);
    return this.found;
  }
}
