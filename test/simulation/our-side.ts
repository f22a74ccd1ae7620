import 'reflect-metadata';
import { Logger } from '@nestjs/common';
import { Clock } from '@kernel/clock';
import { Policy, type Consumer } from '@kernel/consumers';
import { RequestContext } from '@kernel/context';
import { Database } from '@kernel/database';
import { Follower } from '@kernel/follower';
import { Jobs } from '@kernel/jobs';
import { SubjectKeys } from '@kernel/subject-keys';
import { OnDue, Timers } from '@kernel/timers';
import { Wakeups } from '@kernel/wakeups';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { CONFIG } from '../../apps/api/src/config';
import { ContractPage, TradedWith } from '../../apps/api/src/market/contracts';
import { MayBegin } from '../../apps/api/src/market/onboarding';
import { ApprovalsModule } from '../../apps/api/src/money/approvals/approvals.module';
import { ChargebacksModule } from '../../apps/api/src/money/chargebacks/chargebacks.module';
import { OpenCaseFile } from '../../apps/api/src/money/disputes/commands/open-case-file';
import { DisputesModule } from '../../apps/api/src/money/disputes/disputes.module';
import { EscrowModule } from '../../apps/api/src/money/escrow/escrow.module';
import { EscrowHolds } from '../../apps/api/src/money/escrow/projections/escrow-holds';
import { JournalsModule } from '../../apps/api/src/money/journals/journals.module';
import { RazorpayGateway } from '../../apps/api/src/money/payments/adapters/razorpay';
import { GatewayJobs } from '../../apps/api/src/money/payments/commands/gateway-jobs';
import { PaymentsModule } from '../../apps/api/src/money/payments/payments.module';
import { SubmitPayout } from '../../apps/api/src/money/payouts/commands/submit-payout';
import { PayoutsModule } from '../../apps/api/src/money/payouts/payouts.module';
import { WalletModule } from '../../apps/api/src/money/wallet/wallet.module';
import { ReadersOf, StaffOf, StepUp } from '../../apps/api/src/people/accounts';
import { DescribeFiles, GrantFiles } from '../../apps/api/src/platform/files';
import type { Person } from './people';
import { secrets, type Outside } from './outside';

// What is refused is expected here by the thousand.
Logger.overrideLogger(false);

type Class = abstract new (...args: never[]) => object;
type Make = new (...args: unknown[]) => object;

const modules = [
  ...[EscrowModule, PaymentsModule, PayoutsModule, ChargebacksModule],
  ...[ApprovalsModule, DisputesModule, JournalsModule, WalletModule],
];
const providers = modules.flatMap((module) => Reflect.getMetadata('providers', module) as Class[]);
const metadata = (key: string, on: object) => Reflect.getMetadata(key, on) as unknown;

/** Which provider of the real modules carries out which command or question. */
const handlers = new Map(
  providers.flatMap((provider) =>
    ['__commandHandler__', '__queryHandler__'].flatMap((key) => {
      const asked = metadata(key, provider) as Class | undefined;
      return asked ? [[asked, provider] as const] : [];
    }),
  ),
);
const policies = providers.filter((one) => metadata(Policy.KEY, one) !== undefined);
const deadlines = new Map(
  providers
    .filter((one) => metadata(OnDue.KEY, one) !== undefined)
    .map((one) => [metadata(OnDue.KEY, one) as string, one]),
);

/** What the money asks of rooms that are not simulated. */
const elsewhere = (people: readonly Person[]) => {
  const contract = { timeline: [], milestones: [], signatures: [] };
  return new Map<Class, (question: never) => unknown>([
    [DescribeFiles, () => new Map()],
    [GrantFiles, () => undefined],
    [OpenCaseFile, () => undefined],
    [ContractPage, () => contract],
    [TradedWith, () => new Set()],
    [MayBegin, () => undefined],
    [
      StaffOf,
      ({ roles }: StaffOf) => people.filter((one) => roles.some((r) => one.roles.includes(r))),
    ],
    [
      ReadersOf,
      ({ ids }: ReadersOf) =>
        new Map(people.filter(({ id }) => [...ids].includes(id)).map((one) => [one.id, one])),
    ],
  ]);
};

/**
 * One of our processes: the real handlers, policies, deadlines and jobs of the modules of money, wired
 * by the types of their constructors. When it dies its memory is gone and the tables are not.
 */
export class OurSide {
  readonly context: RequestContext;
  readonly followers: Follower[] = [];
  readonly timers: { fireOne(): Promise<boolean> };
  private readonly made = new Map<Class, object>();
  private readonly answers: Map<Class, (question: never) => unknown>;

  constructor(database: object, outside: Outside, people: readonly Person[]) {
    const clock = new Clock(undefined);
    this.context = new RequestContext(clock);
    this.answers = elsewhere(people);
    const quiet = { tell: () => undefined, on: () => undefined };
    const bus = { execute: (asked: object) => this.execute(asked) };
    const queue = { databaseUrl: '', redisUrl: 'redis://nowhere', retryMs: 1 };
    const fixed: [Class, object][] = [
      ...([
        [Database, database],
        [Clock, clock],
        [RequestContext, this.context],
      ] as const),
      ...([
        [Wakeups, quiet],
        [CommandBus, bus],
        [QueryBus, bus],
      ] as const),
      ...([
        [Jobs, new Jobs(queue)],
        [StepUp, { require: () => undefined }],
        [SubjectKeys, { seal: (_: string, text: string) => Promise.resolve(text) }],
      ] as const),
    ].map(([type, value]) => [type, value]);
    for (const [type, value] of fixed) this.made.set(type, value);
    Object.assign(this.one(RazorpayGateway), { sdk: outside.sdk });
    this.timers = new Timers(
      database as Database,
      this.discovery as never,
      clock,
      this.context,
    ) as unknown as OurSide['timers'];
    for (const provider of [...policies, EscrowHolds])
      this.followers.push(
        new Follower(this.consumer(provider), database as Database, this.context),
      );
  }

  /** Timers look for whoever waits for a kind of deadline. */
  private get discovery() {
    const wrappers = [...deadlines].map(([kind, type]) => ({
      kind,
      one: (): object => this.one(type),
      get instance(): object {
        return this.one();
      },
    }));
    return {
      getProviders: () => wrappers,
      getMetadataByDecorator: (_: unknown, { kind }: { kind: string }) => kind,
    };
  }

  private consumer(provider: Class): Consumer {
    const policy = metadata(Policy.KEY, provider) as string | undefined;
    const { on } = this.one(provider) as { on: Consumer['on'] };
    return policy === undefined
      ? { name: provider.name, kind: 'projection', on }
      : { name: policy, kind: 'policy', on };
  }

  /** Somebody asks for something; the system when nobody is named. */
  act<Answer>(who: Person | null, command: object, correlation: string): Promise<Answer> {
    const actor = who
      ? {
          actor: {
            type: who.staff ? ('staff' as const) : ('user' as const),
            id: who.id,
            roles: who.roles,
          },
        }
      : {};
    return this.context.run({ ...actor, correlation }, () =>
      this.execute(command),
    ) as Promise<Answer>;
  }

  job(queue: string, name: string, payload: object): Promise<void> {
    const processor = this.one(queue === 'payouts' ? SubmitPayout : GatewayJobs);
    return (processor as { process(job: object): Promise<void> }).process({ name, data: payload });
  }

  private async execute(asked: object): Promise<unknown> {
    const type = asked.constructor as unknown as Class;
    const answer = this.answers.get(type);
    if (answer) return answer(asked as never);
    const handler = handlers.get(type);
    if (!handler) throw new Error(`nobody carries out ${type.name}`);
    return (this.one(handler) as { execute(asked: object): Promise<unknown> }).execute(asked);
  }

  private one(type: Class): object {
    const known = this.made.get(type);
    if (known) return known;
    const wanted = (metadata('design:paramtypes', type) as Class[] | undefined) ?? [];
    const named =
      (metadata('self:paramtypes', type) as { index: number; param: unknown }[] | undefined) ?? [];
    const parts = wanted.map((part, at) =>
      named.some(({ index, param }) => index === at && param === CONFIG) ? secrets : this.one(part),
    );
    const made = new (type as unknown as Make)(...parts);
    this.made.set(type, made);
    return made;
  }
}
