import type { Sql } from '@eventstore/record';
import { DiscoveryService } from '@nestjs/core';
import { Injectable } from '@nestjs/common';

/** A provider with `forget(sql, subject)`: what its context knows of a person is no more. */
export const Forgets = DiscoveryService.createDecorator();

interface Forgetful {
  forget(sql: Sql, subject: string): Promise<void>;
}

/** Every context forgets a person in one transaction, or none does. */
@Injectable()
export class Forgetting {
  constructor(private readonly discovery: DiscoveryService) {}

  async everywhere(sql: Sql, subject: string): Promise<void> {
    for (const wrapper of this.discovery.getProviders())
      if (this.discovery.getMetadataByDecorator(Forgets, wrapper) !== undefined)
        await (wrapper.instance as Forgetful).forget(sql, subject);
  }
}
