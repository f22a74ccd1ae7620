import { CqrsModule } from '@nestjs/cqrs';
import { DiscoveryModule } from '@nestjs/core';
import { Global, Module, type DynamicModule } from '@nestjs/common';
import { Clock } from './clock';
import { Consumers } from './consumers';
import { RequestContext } from './context';
import { Database } from './database';
import { EndedSessions } from './ended-sessions';
import { Entrances } from './entrances';
import { Facts } from './facts';
import { Expiry } from './expiry';
import { Forgetting } from './forgetting';
import { Belongings } from './belongings';
import { Leaving } from './leaving';
import { Challenges } from './http/challenges';
import { EDGE, type Edge } from './http/edge';
import { Gate } from './http/gate';
import { KeyRing } from './key-ring';
import { Limits } from './http/limits';
import { Refusals } from './http/refusals';
import { Feed } from './feed';
import { Rebuilds } from './rebuilds';
import { Settled } from './settled';
import { Standings } from './standings';
import { Streams } from './streams';
import { SubjectKeys, type Wrapping } from './subject-keys';
import { Timers } from './timers';
import { Wakeups } from './wakeups';

export interface KernelOptions {
  readonly databaseUrl: string;
  readonly timeSource: string | undefined;
  readonly edge: Edge;
  readonly privacyKeys: Wrapping;
}

const parts = [
  Consumers,
  EndedSessions,
  Entrances,
  RequestContext,
  Wakeups,
  Streams,
  Facts,
  Feed,
  Belongings,
  Expiry,
  Forgetting,
  KeyRing,
  Leaving,
  Settled,
  Standings,
  Timers,
  Rebuilds,
  Refusals,
  Gate,
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
          useFactory: (database: Database, refusals: Refusals) =>
            new Limits(database, refusals, options.edge),
          inject: [Database, Refusals],
        },
        {
          provide: Challenges,
          useFactory: (database: Database, refusals: Refusals) =>
            new Challenges(database, refusals, options.edge),
          inject: [Database, Refusals],
        },
        {
          provide: SubjectKeys,
          useFactory: (database: Database) => new SubjectKeys(database, options.privacyKeys),
          inject: [Database],
        },
        { provide: EDGE, useValue: options.edge },
        ...parts,
      ],
      exports: [EDGE, Challenges, CqrsModule, Database, Clock, Limits, SubjectKeys, ...parts],
    };
  }
}
