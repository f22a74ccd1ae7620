import { Database } from '@kernel/database';
import { isAllowed, staffRoles, type Permission } from '@wire/permissions';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';

/** Ids of the people of staff who may do something, at most two hundred. */
export class StaffWho extends Query<string[]> {
  constructor(readonly permission: Permission) {
    super();
  }
}

@QueryHandler(StaffWho)
export class StaffWhoHandler implements IQueryHandler<StaffWho> {
  constructor(private readonly database: Database) {}

  async execute({ permission }: StaffWho): Promise<string[]> {
    const able = staffRoles.filter((role) => isAllowed({ id: '', roles: [role] }, permission));
    const rows = await this.database.query<{ id: string }>(
      `select id from accounts where roles && $1::text[] or id in
          (select account_id from lent_roles where role = any($1::text[]) and until > now())
        order by id limit 200`,
      [able],
      'accounts.staff_who',
    );
    return rows.map(({ id }) => id);
  }
}
