import { Database } from '@kernel/database';
import { keysAfter, pageOf } from '@kernel/paging';
import type { findStaff, StaffMember } from '@wire/access';
import { staffRoles, type Role } from '@wire/permissions';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import * as z from 'zod';

/** Everybody of staff, by name: roles of their own, lent ones, and when they were last here. */
export class StaffMembers extends Query<{ items: StaffMember[]; next: string | null }> {
  constructor(readonly filter: z.infer<typeof findStaff>) {
    super();
  }
}

interface Row {
  readonly id: string;
  readonly name: string;
  readonly roles: Role[];
  readonly lent: { role: Role; until: string }[];
  readonly seen: Date | null;
  readonly sessions: number;
}

@QueryHandler(StaffMembers)
export class StaffMembersHandler implements IQueryHandler<StaffMembers> {
  constructor(private readonly database: Database) {}

  async execute({ filter: { role, after, limit } }: StaffMembers) {
    const [name, id] = keysAfter(after, z.tuple([z.string(), z.uuid()])) ?? [null, null];
    const rows = await this.database.query<Row>(
      `select a.id, a.name, a.roles, s.seen, s.sessions, coalesce(l.lent, '[]'::json) as lent
        from accounts a
        left join lateral (select max(last_seen_at) as seen,
            count(*) filter (where ended_at is null)::int as sessions
          from sessions where account_id = a.id) s on true
        left join lateral (select json_agg(json_build_object('role', role, 'until', until)) as lent
          from lent_roles where account_id = a.id and until > now()) l on true
        where a.roles && $1::text[] and ($2::text is null or (a.name, a.id) > ($2, $3::uuid))
        order by a.name, a.id limit $4`,
      [role ? [role] : [...staffRoles], name, id, limit + 1],
    );
    const page = pageOf(rows, limit, (last) => [last.name, last.id]);
    return { items: page.items.map(toMember), next: page.next };
  }
}

const toMember = ({ seen, lent, ...row }: Row): StaffMember => ({
  ...row,
  lent: lent.map(({ role, until }) => ({ role, until: new Date(until).toISOString() })),
  lastSeenAt: seen?.toISOString() ?? null,
});
