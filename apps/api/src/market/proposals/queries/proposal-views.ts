import type { ProposalView } from '@wire/proposals';
import { sum, type Money } from '@money';
import { reject } from '@kernel/reject';
import { QueryBus } from '@nestjs/cqrs';
import { CardsOf } from '../../../people/profiles';
import { DescribeFiles } from '../../../platform/files';
import { JobBriefs } from '../../jobs';

export interface Row {
  readonly id: string;
  readonly job_id: string;
  readonly client_id: string;
  readonly provider_id: string;
  readonly status: ProposalView['status'];
  readonly content: {
    readonly coverLetter: string;
    readonly milestones: { title: string; amount: Money; days: number }[];
    readonly answers: string[];
    readonly attachments: string[];
    readonly aiAssisted: boolean;
  };
  readonly submitted_at: Date;
  readonly viewed_at: Date | null;
  readonly decided_at: Date | null;
  readonly decline_reason: ProposalView['declineReason'];
  readonly decline_note: string | null;
  readonly contract_id: string | null;
}

export const columns = `id, job_id, client_id, provider_id, status, content, submitted_at, viewed_at,
  decided_at, decline_reason, decline_note, contract_id`;

/** Rows as the screens show them: three questions for the whole page, however many rows. */
export async function shown(queries: QueryBus, rows: readonly Row[]): Promise<ProposalView[]> {
  if (rows.length === 0) return [];
  const [people, jobs, files] = await Promise.all([
    queries.execute(new CardsOf(rows.map((row) => row.provider_id))),
    queries.execute(new JobBriefs([...new Set(rows.map((row) => row.job_id))])),
    queries.execute(new DescribeFiles(rows.flatMap((row) => row.content.attachments))),
  ]);
  return rows.map((row) => ({
    ...row.content,
    ...whole(row.content.milestones),
    ...times(row),
    id: row.id,
    jobId: row.job_id,
    jobTitle: jobs.get(row.job_id)?.title ?? '',
    status: row.status,
    provider: people.get(row.provider_id) ?? reject('profiles.not_found'),
    attachments: row.content.attachments.flatMap((file) => files.get(file) ?? []),
    declineReason: row.decline_reason,
    declineNote: row.decline_note,
    contractId: row.contract_id,
  }));
}

function whole(milestones: Row['content']['milestones']) {
  const [first] = milestones;
  const currency = first?.amount.currency ?? 'INR';
  const total = sum(
    milestones.map(({ amount }) => amount),
    currency,
  );
  return { total, days: milestones.reduce((sofar, { days }) => sofar + days, 0) };
}

const times = (row: Row) => ({
  submittedAt: row.submitted_at.toISOString(),
  viewedAt: row.viewed_at?.toISOString() ?? null,
  decidedAt: row.decided_at?.toISOString() ?? null,
});
