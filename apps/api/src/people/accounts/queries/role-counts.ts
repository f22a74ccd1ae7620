import { Database } from '@kernel/database';
import { roles, type Role } from '@wire/permissions';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';

export interface RoleCount {
  readonly role: Role;
  readonly members: number;
  /** Elevated for the hour. */
  readonly lent: number;
}

/** How many accounts have each role. */
export class RoleCounts extends Query<RoleCount[]> {}

@QueryHandler(RoleCounts)
export class RoleCountsHandler implements IQueryHandler<RoleCounts> {
  constructor(private readonly database: Database) {}

  execute(): Promise<RoleCount[]> {
    return this.database.query<RoleCount>(
      `select r as role,
          (select count(*)::int from accounts where roles @> array[r]) as members,
          (select count(*)::int from lent_roles l where l.role = r and l.until > now()) as lent
        from unnest($1::text[]) with ordinality as named (r, place) order by place`,
      [[...roles]],
    );
  }
}
