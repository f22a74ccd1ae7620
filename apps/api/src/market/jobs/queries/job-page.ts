import type { JobView } from '@wire/jobs';
import type { FilledField } from '@wire/org-fields';
import { RequestContext } from '@kernel/context';
import { Database } from '@kernel/database';
import { reject } from '@kernel/reject';
import { Remembered } from '@kernel/remembered';
import { Query, QueryBus, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { OrganisationName } from '../../../people/organisations';
import { NamesOf } from '../../../people/profiles';
import { DescribeFiles } from '../../../platform/files';
import { isHeldBack } from '../domain/confidentiality';
import { isHidden, isUnlisted } from '../domain/job';
import { followsJob } from './follows-job';

/**
 * One job with what its client is known for. A draft is there for its owner and the owner's team; what is
 * held back, for them and who signed. Staff sees it whole over the console alone (`asStaff`).
 */
export class JobPage extends Query<JobView> {
  constructor(
    readonly jobId: string,
    readonly asStaff = false,
  ) {
    super();
  }
}

type Content = Omit<
  JobView,
  'attachments' | 'given' | 'visibility' | 'signFirst' | 'summary' | 'held'
> & {
  readonly signFirst?: boolean;
  readonly summary?: string;
  readonly given?: JobView['given'];
  readonly attachments: string[];
  readonly visibility?: JobView['visibility'];
};

interface Row {
  readonly id: string;
  readonly revision: number;
  readonly status: JobView['status'];
  readonly client_id: string;
  readonly organisation_id: string | null;
  readonly workspace_id: string | null;
  readonly content: Content;
  readonly fields: FilledField[];
  readonly published_at: Date | null;
  readonly proposals: number;
  readonly my_proposal: string | null;
  readonly invited: boolean;
  readonly signed: boolean;
  readonly posted: number | null;
  readonly hired: number | null;
  readonly asked: number | null;
  readonly answered: number | null;
  readonly paid: string | null;
  readonly currency: 'INR' | null;
  readonly stars: number | null;
  readonly reviews: number | null;
}

export const jobPage = `
select j.id, j.revision, j.status, j.client_id, j.organisation_id, j.workspace_id, j.content, j.fields, j.published_at,
    p.proposals, p.my_proposal,
    exists (select from job_invitations i
      where i.job_id = j.id and i.provider_id::text = $2) as invited,
    exists (select from job_signatures s
      where s.job_id = j.id and s.account_id::text = $2) as signed,
    t.posted, t.hired, t.asked, t.answered, t.paid, t.currency, t.stars, t.reviews
  from jobs j left join client_trust t on t.client_id = j.client_id,
    lateral (select count(*)::int as proposals,
        min(q.proposal_id::text) filter (where q.provider_id::text = $2) as my_proposal
      from job_proposals q where q.job_id = j.id and q.open) p
  where j.id = $1`;

@QueryHandler(JobPage)
export class JobPageHandler implements IQueryHandler<JobPage> {
  constructor(
    private readonly database: Database,
    private readonly context: RequestContext,
    private readonly queries: QueryBus,
    private readonly remembered: Remembered,
  ) {}

  /** Guests all see the same page; who is signed in sees what is their own on it. */
  execute({ jobId, asStaff }: JobPage): Promise<JobView> {
    if (this.context.actor.type !== 'guest') return this.read(jobId, asStaff);
    return this.remembered.answer(jobId, () => this.read(jobId, false));
  }

  private async read(jobId: string, asStaff: boolean): Promise<JobView> {
    const { id: viewer, roles } = this.context.actor;
    const [row] = await this.database.query<Row>(jobPage, [jobId, viewer], 'jobs.page');
    if (!row) return reject('jobs.not_found');
    const mine = row.client_id === viewer;
    const staff = roles.some((role) => role === 'support' || role === 'compliance');
    const inside = mine || followsJob(this.context.actor, row);
    const asked = row.invited || row.my_proposal !== null;
    const shut = isHidden(row.status) || (isUnlisted(row.content) && !asked);
    if (shut && !inside && !staff && !asStaff) return reject('jobs.not_found');
    const { content, published_at: publishedAt, my_proposal: myProposalId } = row;
    const held = isHeldBack(content) && !inside && !row.signed && !asStaff;
    return {
      ...content,
      ...this.brief(content, held),
      held,
      id: row.id,
      revision: row.revision,
      status: row.status,
      purchaseOrder: inside ? content.purchaseOrder : null,
      costCentre: inside ? (content.costCentre ?? null) : null,
      given: inside ? (content.given ?? []) : [],
      fields: inside ? row.fields : [],
      organisation: await this.organisation(row),
      attachments: held ? [] : await this.attachments(content.attachments),
      publishedAt: publishedAt?.toISOString() ?? null,
      proposals: row.proposals,
      client: await this.client(row),
      mine,
      myProposalId,
      visibility: content.visibility ?? 'public',
      invited: row.invited,
    };
  }

  /** What was signed for stays out of the answer; nothing in the browser hides it. */
  private brief({ description, questions, signFirst, summary }: Content, held: boolean) {
    const read = held ? { description: '', questions: [] } : { description, questions };
    return { ...read, signFirst: signFirst ?? false, summary: summary ?? '' };
  }

  private async attachments(ids: readonly string[]): Promise<JobView['attachments']> {
    if (ids.length === 0) return [];
    return [...(await this.queries.execute(new DescribeFiles(ids))).values()];
  }

  private async organisation({ organisation_id: id }: Row): Promise<JobView['organisation']> {
    const name = id && (await this.queries.execute(new OrganisationName(id)));
    return id && name ? { id, name } : null;
  }

  private async client(row: Row): Promise<JobView['client']> {
    const people = await this.queries.execute(new NamesOf([row.client_id]));
    const { currency, paid } = row;
    return {
      person: people.get(row.client_id) ?? reject('profiles.not_found'),
      jobsPosted: row.posted ?? 0,
      hireRate: share(row.hired, row.posted),
      paid: currency && paid ? { amountMinor: paid, currency } : null,
      rating: share(row.stars, row.reviews),
      reviews: row.reviews ?? 0,
      replyRate: share(row.answered, row.asked),
    };
  }
}

const share = (part: number | null, whole: number | null): number | null =>
  part === null || !whole ? null : Math.round((part / whole) * 100) / 100;
