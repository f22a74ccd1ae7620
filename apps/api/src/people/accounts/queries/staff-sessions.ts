import { RequestContext } from '@kernel/context';
import { Database } from '@kernel/database';
import { keysAfter, pageOf } from '@kernel/paging';
import type { findStaffSessions, StaffSession } from '@wire/access';
import { staffRoles, type Role } from '@wire/permissions';
import { instant } from '@wire/primitives';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import * as z from 'zod';

/** Where staff is signed in right now, the latest first. */
export class StaffSessions extends Query<{ items: StaffSession[]; next: string | null }> {
  constructor(readonly filter: z.infer<typeof findStaffSessions>) {
    super();
  }
}

interface Row {
  readonly id: string;
  readonly account_id: string;
  readonly name: string;
  readonly roles: Role[];
  readonly device: string;
  readonly created_at: Date;
  readonly last_seen_at: Date;
}

@QueryHandler(StaffSessions)
export class StaffSessionsHandler implements IQueryHandler<StaffSessions> {
  constructor(
    private readonly database: Database,
    private readonly context: RequestContext,
  ) {}

  async execute({ filter: { after, limit } }: StaffSessions) {
    const [seen, id] = keysAfter(after, z.tuple([instant, z.uuid()])) ?? [null, null];
    const rows = await this.database.query<Row>(
      `select s.id, s.account_id, a.name, roles_now(a) as roles, s.device, s.created_at, s.last_seen_at
        from sessions s join accounts a on a.id = s.account_id
        where s.ended_at is null and (a.roles && $1::text[]
            or exists (select from lent_roles l where l.account_id = a.id and l.until > now()))
          and ($2::timestamptz is null or (s.last_seen_at, s.id) < ($2, $3::uuid))
        order by s.last_seen_at desc, s.id desc limit $4`,
      [[...staffRoles], seen, id, limit + 1],
    );
    const page = pageOf(rows, limit, (last) => [last.last_seen_at.toISOString(), last.id]);
    return { items: page.items.map(this.toSession), next: page.next };
  }

  private readonly toSession = (row: Row): StaffSession => ({
    id: row.id,
    account: { id: row.account_id, name: row.name },
    roles: row.roles,
    device: row.device,
    createdAt: row.created_at.toISOString(),
    lastSeenAt: row.last_seen_at.toISOString(),
    current: row.id === this.context.now.sessionId,
  });
}
