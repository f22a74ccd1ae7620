import type { Money } from '@money';
import { reject } from '@kernel/reject';
import type { JobEvent } from './jobs.events';

export type JobStatus = 'draft' | 'published' | 'hired' | 'closed';

/** What the client wrote; an empty field is one that is not filled in yet. */
export interface JobContent {
  readonly title: string;
  readonly category: string | null;
  readonly description: string;
  readonly skills: readonly string[];
  readonly languages: readonly string[];
  readonly budget: Money | null;
  readonly questions: readonly string[];
  readonly nda: boolean;
  readonly purchaseOrder: string | null;
  readonly attachments: readonly string[];
  readonly step: number;
}

export interface Job {
  readonly id: string;
  readonly clientId: string;
  readonly status: JobStatus;
  readonly revision: number;
  readonly content: JobContent;
}

type EventNamed<Type> = Extract<JobEvent, { type: Type }>;

const blank: JobContent = {
  title: '',
  category: null,
  description: '',
  skills: [],
  languages: [],
  budget: null,
  questions: [],
  nda: false,
  purchaseOrder: null,
  attachments: [],
  step: 0,
};

type Loose<T> = { readonly [Key in keyof T]?: T[Key] | undefined };

/** The draft as the form has it: what it does not say is empty. Skills are named once. */
export function contentOf(draft: Loose<JobContent>): JobContent {
  const said = Object.fromEntries(
    Object.entries(draft).filter(([, value]: [string, unknown]) => value !== undefined),
  );
  const content = { ...blank, ...said };
  return { ...content, skills: [...new Set(content.skills)] };
}

/** A draft is nobody else's business; what was published everybody has seen. */
const strangers = ({ status }: Job): never =>
  reject(status === 'draft' ? 'jobs.not_found' : 'jobs.not_yours');

/** Another window saved a newer revision: the caller learns which, and nothing is overwritten. */
export function saveable(job: Job, by: string, revision: number): void {
  if (job.clientId !== by) strangers(job);
  if (job.status !== 'draft') reject('jobs.not_draft');
  if (job.revision !== revision) reject('jobs.stale_draft', { revision: job.revision });
}

export function publish(job: Job, by: string): EventNamed<'JobPublished'> {
  if (job.clientId !== by) strangers(job);
  if (job.status !== 'draft') reject('jobs.not_draft');
  const { category, budget } = job.content;
  const missing = missingIn(job.content);
  if (missing.length > 0 || !category || !budget) return reject('jobs.incomplete', { missing });
  const published = { jobId: job.id, clientId: by, category, budget };
  return { type: 'JobPublished', data: published };
}

function missingIn({ title, category, description, skills, budget }: JobContent): string[] {
  const filled = { title, category, description, skills: skills.length, budget };
  return Object.entries(filled).flatMap(([field, value]) => (value ? [] : [field]));
}

export function close(
  job: Job,
  by: string,
  reason: EventNamed<'JobClosed'>['data']['reason'],
): EventNamed<'JobClosed'> {
  if (job.clientId !== by) strangers(job);
  if (job.status !== 'published') reject('jobs.not_open');
  return { type: 'JobClosed', data: { jobId: job.id, clientId: by, reason } };
}

/** A signed contract fills the job, once; a job closed meanwhile stays closed. */
export function fill(job: Job, contractId: string): EventNamed<'JobFilled'> | null {
  if (job.status !== 'published') return null;
  return { type: 'JobFilled', data: { jobId: job.id, clientId: job.clientId, contractId } };
}
