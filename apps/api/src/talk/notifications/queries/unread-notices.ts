import { RequestContext } from '@kernel/context';
import { Database } from '@kernel/database';
import type { UnreadNotices as Unread } from '@wire/notifications';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';

/** How much have I not read, as a client, as a provider, and as either? */
export class UnreadNotices extends Query<Unread> {}

@QueryHandler(UnreadNotices)
export class UnreadNoticesHandler implements IQueryHandler<UnreadNotices> {
  constructor(
    private readonly database: Database,
    private readonly context: RequestContext,
  ) {}

  async execute(): Promise<Unread> {
    const rows = await this.database.query<{ side: keyof Unread; count: number }>(
      `select side, count(*)::int as count from notifications
        where account_id = $1 and read_at is null group by side`,
      [this.context.actor.id],
      'notifications.unread',
    );
    const found = Object.fromEntries(rows.map(({ side, count }) => [side, count]));
    return { client: 0, provider: 0, both: 0, ...found };
  }
}
