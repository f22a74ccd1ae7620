import type { Sql } from '@eventstore/record';
import { DiscoveryService } from '@nestjs/core';
import { Injectable } from '@nestjs/common';

/** A provider with `expire(sql, before)`: what is older than that is no longer kept. Named by category. */
export const Expires = DiscoveryService.createDecorator<string>();

interface Expiring {
  /** Answers how many rows went. */
  expire(sql: Sql, before: string): Promise<number>;
}

/** Retention is decided in one place and carried out by whoever owns the rows. */
@Injectable()
export class Expiry {
  constructor(private readonly discovery: DiscoveryService) {}

  /** Null when nobody keeps such a category. */
  async apply(sql: Sql, category: string, before: string): Promise<number | null> {
    const found = this.discovery
      .getProviders()
      .find((one) => this.discovery.getMetadataByDecorator(Expires, one) === category);
    return found ? (found.instance as Expiring).expire(sql, before) : null;
  }
}
