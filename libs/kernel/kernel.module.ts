import { CqrsModule } from '@nestjs/cqrs';
import { DiscoveryModule } from '@nestjs/core';
import { Global, Module, type DynamicModule } from '@nestjs/common';
import { Clock } from './clock';
import { Consumers } from './consumers';
import { RequestContext } from './context';
import { Database } from './database';
import { Facts } from './facts';
import { Forgetting } from './forgetting';
import { Limits } from './http/limits';
import { Feed } from './feed';
import { Rebuilds } from './rebuilds';
import { Settled } from './settled';
import { Streams } from './streams';
import { SubjectKeys, type Wrapping } from './subject-keys';
import { Timers } from './timers';
import { Wakeups } from './wakeups';

export interface KernelOptions {
  readonly databaseUrl: string;
  readonly timeSource: string | undefined;
  /** Requests an address may send, whatever they are. */
  readonly requestsPerMinute: number;
  readonly privacyKeys: Wrapping;
}

const parts = [
  Consumers,
  RequestContext,
  Wakeups,
  Streams,
  Facts,
  Feed,
  Forgetting,
  Settled,
  Timers,
  Rebuilds,
];

/** What every context stands on. */
@Global()
@Module({})
export class KernelModule {
  static with({ databaseUrl, timeSource, ...options }: KernelOptions): DynamicModule {
    return {
      module: KernelModule,
      imports: [CqrsModule.forRoot({ rethrowUnhandled: true }), DiscoveryModule],
      providers: [
        { provide: Database, useFactory: () => new Database(databaseUrl) },
        { provide: Clock, useFactory: () => new Clock(timeSource) },
        {
          provide: Limits,
          useFactory: (database: Database) => new Limits(database, options.requestsPerMinute),
          inject: [Database],
        },
        {
          provide: SubjectKeys,
          useFactory: (database: Database) => new SubjectKeys(database, options.privacyKeys),
          inject: [Database],
        },
        ...parts,
      ],
      exports: [CqrsModule, Database, Clock, Limits, SubjectKeys, ...parts],
    };
  }
}
