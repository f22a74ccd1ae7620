import { RequestContext } from '@kernel/context';
import { Database } from '@kernel/database';
import { keysAfter, pageOf } from '@kernel/paging';
import { reject } from '@kernel/reject';
import type { Money } from '@money';
import type { findSpendings, Spending, spendings } from '@wire/organisations';
import { id, instant } from '@wire/primitives';
import { Query, QueryBus, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import * as z from 'zod';
import { JobBriefs } from '../../../market/jobs';
import { NamesOf } from '../../profiles';
import { memberAt, membersWithRoles } from '../adapters/household-rows';
import { amountColumn } from '../adapters/spending-rows';
import type { Decision } from '../domain/spending';
import { isAsked } from './my-organisations';

/** What members want to spend, the newest first. */
export class Spendings extends Query<z.infer<typeof spendings>> {
  constructor(
    readonly organisationId: string,
    readonly filter: z.infer<typeof findSpendings>,
  ) {
    super();
  }
}

interface Row {
  readonly id: string;
  readonly purpose: Spending['purpose'];
  readonly state: Spending['state'];
  readonly job_id: string;
  readonly amount: Money;
  readonly workspace: string;
  readonly purchase_order: string | null;
  readonly cost_centre: string | null;
  readonly requester_id: string;
  readonly asked_at: Date;
  readonly expires_at: Date | null;
  readonly chain: Spending['chain'];
  readonly decisions: Decision[];
  readonly asked: boolean;
}

@QueryHandler(Spendings)
export class SpendingsHandler implements IQueryHandler<Spendings> {
  constructor(
    private readonly database: Database,
    private readonly context: RequestContext,
    private readonly queries: QueryBus,
  ) {}

  async execute({ organisationId, filter }: Spendings): Promise<z.infer<typeof spendings>> {
    const { state, after, limit } = filter;
    const { id: me } = this.context.actor;
    await memberAt(this.database, organisationId, me);
    const [askedAt, last] = keysAfter(after, z.tuple([instant, id])) ?? [null, null];
    const rows = await this.database.query<Row>(
      `select s.id, s.purpose, s.state, s.job_id, ${amountColumn}, w.name as workspace,
          s.purchase_order, s.cost_centre, s.requester_id, s.asked_at, s.expires_at, s.chain, s.decisions,
          ${isAsked} as asked
        from org_spendings s join org_workspaces w on w.id = s.workspace_id
          join (${membersWithRoles}) on m.organisation_id = s.organisation_id and m.account_id = $2
        where s.organisation_id = $1 and ($3::text is null or s.state = $3)
          and ($4::timestamptz is null or (s.asked_at, s.id) < ($4, $5::uuid))
        order by s.asked_at desc, s.id desc limit $6`,
      [organisationId, me, state ?? null, askedAt, last, limit + 1],
      'organisations.spendings',
    );
    const page = pageOf(rows, limit, (row) => [row.asked_at.toISOString(), row.id]);
    return { items: await this.views(page.items), next: page.next };
  }

  private async views(rows: readonly Row[]): Promise<Spending[]> {
    const ids = rows.flatMap((row) => [row.requester_id, ...row.decisions.map(({ by }) => by)]);
    const people = await this.queries.execute(new NamesOf(new Set(ids)));
    const jobs = await this.queries.execute(new JobBriefs(rows.map((row) => row.job_id)));
    const person = (of: string) => people.get(of) ?? reject('profiles.not_found');
    const { id: me } = this.context.actor;
    return rows.map((row) => ({
      ...{ id: row.id, purpose: row.purpose, state: row.state, jobId: row.job_id },
      ...{ title: jobs.get(row.job_id)?.title ?? '', amount: row.amount, workspace: row.workspace },
      ...{ purchaseOrder: row.purchase_order, costCentre: row.cost_centre, chain: row.chain },
      requester: person(row.requester_id),
      askedAt: row.asked_at.toISOString(),
      expiresAt: row.expires_at?.toISOString() ?? null,
      decisions: row.decisions.map((one) => ({ ...one, by: person(one.by) })),
      may: [
        ...(row.asked ? (['approve', 'reject'] as const) : []),
        ...(row.state === 'open' && row.requester_id === me ? (['cancel'] as const) : []),
      ],
    }));
  }
}
