import { money, type Currency } from '@money';
import type { ApprovalRow, ApprovalState } from '@wire/approvals';
import type * as wire from '@wire/approvals';
import { abilityFor, confidential, permissionsOf } from '@wire/permissions';
import { instant } from '@wire/primitives';
import { RequestContext } from '@kernel/context';
import { Database } from '@kernel/database';
import { keysAfter, pageOf } from '@kernel/paging';
import { Query, QueryBus, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import * as z from 'zod';
import { NamesOf } from '../../../people/profiles';

export interface Row {
  id: string;
  action: string;
  subject: string;
  state: ApprovalState;
  amount: string | null;
  currency: Currency | null;
  maker_id: string;
  checker_id: string | null;
  required_permission: string;
  requested_at: Date;
  expires_at: Date;
  decided_at: Date | null;
  failure: string | null;
  reason: string;
}

const secret = confidential.map((permission) => `'${permission}'`).join(', ');

/**
 * Everything, one's own, and what one may decide; what is confidential only to those who may decide it
 * and to whoever asked. `$1` the reader, `$2` their permissions, `$3` all.
 */
export const visibleSql = `select a.*, w.reason from approvals a
  join approval_words w on w.approval_id = a.id
  where ($3 or a.maker_id = $1 or a.required_permission = any($2::text[]))
    and (a.required_permission not in (${secret}) or a.maker_id = $1
      or a.required_permission = any($2::text[]))`;

type Names = Map<string, { id: string; name: string }>;

export const nameIn = (people: Names, id: string) => ({ id, name: people.get(id)?.name ?? '' });

export function toRow(row: Row, people: Names): ApprovalRow {
  const { amount, currency } = row;
  return {
    id: row.id,
    action: row.action,
    subject: row.subject,
    state: row.state,
    amount: amount !== null && currency ? money(BigInt(amount), currency) : null,
    maker: nameIn(people, row.maker_id),
    checker: row.checker_id === null ? null : nameIn(people, row.checker_id),
    reason: row.reason,
    requiredPermission: row.required_permission,
    requestedAt: row.requested_at.toISOString(),
    expiresAt: row.expires_at.toISOString(),
    decidedAt: row.decided_at?.toISOString() ?? null,
    failure: row.failure,
  };
}

type Filter = z.infer<typeof wire.findApprovals>;
const keys = z.tuple([instant, z.uuid()]);

/** What waits for me, what I asked for, or all that I may see; newest first. */
export class FindApprovals extends Query<z.infer<typeof wire.approvalRows>> {
  constructor(readonly filter: Filter) {
    super();
  }
}

@QueryHandler(FindApprovals)
export class FindApprovalsHandler implements IQueryHandler<FindApprovals> {
  constructor(
    private readonly database: Database,
    private readonly context: RequestContext,
    private readonly queries: QueryBus,
  ) {}

  async execute({ filter }: FindApprovals) {
    const { show, state, action, subject, after, limit } = filter;
    const { actor } = this.context;
    const [at, id] = keysAfter(after, keys) ?? [null, null];
    const rows = await this.database.query<Row>(
      `${visibleSql} and ($4 <> 'mine' or a.maker_id = $1)
        and ($4 <> 'waiting' or (a.state = 'requested' and a.maker_id <> $1
          and a.required_permission = any($2::text[]) and not $1 = any(a.beneficiaries)))
        and ($5::text is null or a.state = $5) and ($6::text is null or a.action = $6)
        and ($7::text is null or a.subject = $7)
        and ($8::timestamptz is null or (a.requested_at, a.id) < ($8, $9::uuid))
        order by a.requested_at desc, a.id desc limit $10`,
      [
        actor.id,
        permissionsOf(actor),
        abilityFor(actor).can('inspect', 'Approval'),
        show,
        state ?? null,
        action ?? null,
        subject ?? null,
        at,
        id,
        limit + 1,
      ],
    );
    const page = pageOf(rows, limit, (last) => [last.requested_at.toISOString(), last.id]);
    const ids = page.items.flatMap((row) => [row.maker_id, row.checker_id]);
    const people = await this.queries.execute(new NamesOf(ids.filter((one) => one !== null)));
    return { items: page.items.map((row) => toRow(row, people)), next: page.next };
  }
}
