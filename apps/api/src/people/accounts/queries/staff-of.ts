import { Database } from '@kernel/database';
import type { Role } from '@wire/permissions';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';

export interface Colleague {
  readonly id: string;
  readonly name: string;
  readonly roles: readonly Role[];
}

/** Everybody who has one of these roles, by name. */
export class StaffOf extends Query<Colleague[]> {
  constructor(readonly roles: readonly Role[]) {
    super();
  }
}

@QueryHandler(StaffOf)
export class StaffOfHandler implements IQueryHandler<StaffOf> {
  constructor(private readonly database: Database) {}

  execute({ roles }: StaffOf): Promise<Colleague[]> {
    return this.database.query<Colleague>(
      'select id, name, roles from accounts where roles && $1::text[] order by name, id limit 200',
      [[...roles]],
    );
  }
}
