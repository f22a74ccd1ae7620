import { Database } from '@kernel/database';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';

/** A look of the staff at one person, without who it was. */
export interface LookAt {
  readonly id: string;
  readonly at: Date;
  readonly roles: readonly string[];
  readonly action: string;
  readonly subject: string;
}

interface Asked {
  /** Nothing from then on: what is going on must not be told by it. */
  readonly before: Date | null;
  readonly after: readonly [string, string] | null;
  readonly limit: number;
}

/** That somebody is looked into is told to nobody, whoever it was and whatever came of it. */
const silent = ['Screening', 'Report'];

/** When did the staff look at this person or do something about them, the latest first? */
export class LooksAt extends Query<LookAt[]> {
  constructor(
    readonly accountId: string,
    readonly asked: Asked,
  ) {
    super();
  }
}

@QueryHandler(LooksAt)
export class LooksAtHandler implements IQueryHandler<LooksAt> {
  constructor(private readonly database: Database) {}

  execute({ accountId, asked: { before, after, limit } }: LooksAt): Promise<LookAt[]> {
    return this.database.query<LookAt>(
      `select id, at, roles, action, subject from staff_actions
        where path like '%' || $1::text || '%' and status < 400 and staff_id <> $1::uuid
          and subject <> all ($2) and ($3::timestamptz is null or at < $3)
          and ($4::timestamptz is null or (at, id) < ($4, $5::uuid))
        order by at desc, id desc limit $6`,
      [accountId, silent, before?.toISOString() ?? null, ...(after ?? [null, null]), limit],
    );
  }
}
