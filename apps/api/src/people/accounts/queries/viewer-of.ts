import { Database } from '@kernel/database';
import { reject } from '@kernel/reject';
import type { Viewer } from '@wire/accounts';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';

/** Who is signed in, as the apps need it. Rejects accounts.not_found. */
export class ViewerOf extends Query<Viewer> {
  constructor(readonly accountId: string) {
    super();
  }
}

@QueryHandler(ViewerOf)
export class ViewerOfHandler implements IQueryHandler<ViewerOf> {
  constructor(private readonly database: Database) {}

  async execute({ accountId }: ViewerOf): Promise<Viewer> {
    const [row] = await this.database.query<Omit<Viewer, 'tier'>>(
      `select a.id, a.name, a.slug, a.email, a.phone, roles_now(a) as roles, a.country, a.locale,
          a.active_role as "activeRole", a.time_zone as "timeZone",
          a.email_verified_at is not null as "emailVerified",
          a.phone_verified_at is not null as "phoneVerified",
          '/api/files/' || p.avatar_file_id || '/content' as "avatarUrl"
        from accounts a join people p on p.id = a.id where a.id = $1`,
      [accountId],
      'accounts.viewer',
    );
    if (!row) return reject('accounts.not_found');
    return { ...row, tier: row.phoneVerified ? 'T1' : 'T0' };
  }
}
