import { Clock } from '@kernel/clock';
import { RequestContext } from '@kernel/context';
import { Database } from '@kernel/database';
import { keysAfter, pageOf } from '@kernel/paging';
import { reject } from '@kernel/reject';
import type { findMyOnboardings, findOnboardings, onboardings } from '@wire/onboarding';
import { abilityFor } from '@wire/permissions';
import { id, instant } from '@wire/primitives';
import { Query, QueryBus, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import * as z from 'zod';
import { progressed, shown, type Progressed } from './progress';

type Answer = z.infer<typeof onboardings>;

/** Who has tasks of an organisation to do, the newest first. */
export class OurOnboardings extends Query<Answer> {
  constructor(
    readonly organisationId: string,
    readonly filter: z.infer<typeof findOnboardings>,
  ) {
    super();
  }
}

/** What the asking provider has to do for organisations, the newest first. */
export class MyOnboardings extends Query<Answer> {
  constructor(readonly filter: z.infer<typeof findMyOnboardings>) {
    super();
  }
}

const states = {
  open: 'o.done_at is null',
  done: 'o.done_at is not null',
  in_review: 't."inReview" > 0',
  overdue: 't.overdue > 0',
};

@QueryHandler(OurOnboardings)
export class OurOnboardingsHandler implements IQueryHandler<OurOnboardings> {
  constructor(
    private readonly database: Database,
    private readonly context: RequestContext,
    private readonly clock: Clock,
    private readonly queries: QueryBus,
  ) {}

  async execute({ organisationId, filter }: OurOnboardings): Promise<Answer> {
    const house = { kind: 'Onboarding', orgId: organisationId } as const;
    if (!abilityFor(this.context.actor).can('review', house))
      return reject('organisations.not_found');
    const where = `o.organisation_id = $2 and ${filter.state ? states[filter.state] : 'true'}`;
    const now = this.clock.now();
    return page(this.database, this.queries, { where, whose: organisationId, now, ...filter });
  }
}

@QueryHandler(MyOnboardings)
export class MyOnboardingsHandler implements IQueryHandler<MyOnboardings> {
  constructor(
    private readonly database: Database,
    private readonly context: RequestContext,
    private readonly clock: Clock,
    private readonly queries: QueryBus,
  ) {}

  execute({ filter }: MyOnboardings): Promise<Answer> {
    const { id: whose } = this.context.actor;
    const now = this.clock.now();
    return page(this.database, this.queries, {
      where: 'o.provider_id = $2',
      whose,
      now,
      ...filter,
    });
  }
}

interface Asked {
  readonly where: string;
  readonly whose: string;
  readonly now: Date;
  readonly after?: string | undefined;
  readonly limit: number;
}

async function page(
  database: Database,
  queries: QueryBus,
  { where, whose, now, after, limit }: Asked,
): Promise<Answer> {
  const [at, last] = keysAfter(after, z.tuple([instant, id])) ?? [null, null];
  const rows = await database.query<Progressed>(
    `${progressed} where ${where}
        and ($3::timestamptz is null or (o.begun_at, o.id) < ($3, $4::uuid))
      order by o.begun_at desc, o.id desc limit $5`,
    [now.toISOString(), whose, at, last, limit + 1],
  );
  const { items, next } = pageOf(rows, limit, (row) => [row.begunAt.toISOString(), row.id]);
  return { items: await shown(queries, items), next };
}
