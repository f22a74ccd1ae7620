import type { Fact, Recorded, Sql } from '@eventstore/record';
import { DiscoveryService } from '@nestjs/core';
import { Injectable } from '@nestjs/common';

/** What a consumer does with each kind of fact. Writes go through `sql`, with the checkpoint. */
export type On<F extends Fact> = {
  readonly [Type in F['type']]?: (
    data: Extract<F, { type: Type }>['data'],
    event: Recorded<Type, Extract<F, { type: Type }>['data']>,
    sql: Sql,
  ) => Promise<void>;
};

type Apply = (data: unknown, event: Recorded, sql: Sql) => Promise<void>;

export interface Consumer {
  readonly name: string;
  readonly kind: 'projection' | 'policy';
  readonly on: Readonly<Record<string, Apply>>;
  /** Tables of a read model that can be built anew beside the present ones. */
  readonly tables?: readonly string[];
}

/** A read model: `on` builds it from facts. The name is its checkpoint; a new name starts anew. */
export const Projection = DiscoveryService.createDecorator<string>();

/** When a fact, then a command: runs as the system, with the fact as its cause. */
export const Policy = DiscoveryService.createDecorator<string>();

/** Finds every projection and policy of the application. */
@Injectable()
export class Consumers {
  constructor(private readonly discovery: DiscoveryService) {}

  all(): Consumer[] {
    return this.discovery.getProviders().flatMap((wrapper) => {
      const projection = this.discovery.getMetadataByDecorator(Projection, wrapper);
      const policy = this.discovery.getMetadataByDecorator(Policy, wrapper);
      const name = projection ?? policy;
      if (name === undefined) return [];
      const { on, tables = [] } = wrapper.instance as {
        on: Record<string, Apply>;
        tables?: readonly string[];
      };
      const kind = projection ? ('projection' as const) : ('policy' as const);
      return [{ name, kind, on, tables }];
    });
  }
}
