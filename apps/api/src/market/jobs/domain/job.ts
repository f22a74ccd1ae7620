import type { Money } from '@money';
import { reject } from '@kernel/reject';
import type { GivenValues } from '@wire/org-fields';
import type { JobEvent } from './jobs.events';

export type JobVisibility = 'public' | 'invited';
export type JobStatus = 'draft' | 'awaiting' | 'published' | 'hired' | 'closed';

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
  /** Held back from whoever has not signed; rows from before there was a choice are not. */
  readonly signFirst?: boolean;
  /** What everybody reads instead. */
  readonly summary?: string;
  readonly purchaseOrder: string | null;
  readonly costCentre: string | null;
  /** For the fields of the organisation; rows from before there were any have none. */
  readonly given?: GivenValues;
  readonly attachments: readonly string[];
  readonly step: number;
  /** Rows from before there was a choice have none: they are public. */
  readonly visibility?: JobVisibility;
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
  signFirst: false,
  summary: '',
  purchaseOrder: null,
  costCentre: null,
  given: [],
  attachments: [],
  step: 0,
  visibility: 'public',
};

type Loose<T> = { readonly [Key in keyof T]?: T[Key] | undefined };

/** The draft as the form has it: what it does not say is empty. Skills are named once. */
export function contentOf(draft: Loose<JobContent>): JobContent {
  const said = Object.fromEntries(
    Object.entries(draft).filter(([, value]: [string, unknown]) => value !== undefined),
  );
  const content = { ...blank, ...said };
  // What is signed before reading stands in the contract as well.
  const nda = content.nda || content.signFirst === true;
  return { ...content, nda, skills: [...new Set(content.skills)] };
}

/** Before it is public: written, or waiting for a member who agrees. */
export const isHidden = (status: JobStatus): boolean => status === 'draft' || status === 'awaiting';

/** For those who were asked alone: to everybody else it is not there, published or not. */
export const isUnlisted = ({ visibility }: Pick<JobContent, 'visibility'>): boolean =>
  visibility === 'invited';

/** A draft is nobody else's business; what was published everybody has seen, unless it is unlisted. */
export const strangers = ({ status, content }: Job): never =>
  reject(isHidden(status) || isUnlisted(content) ? 'jobs.not_found' : 'jobs.not_yours');

/** Another window saved a newer revision: the caller learns which, and nothing is overwritten. */
export function saveable(job: Job, by: string, revision: number): void {
  if (job.clientId !== by) strangers(job);
  if (job.status !== 'draft') reject('jobs.not_draft');
  if (job.revision !== revision) reject('jobs.stale_draft', { revision: job.revision });
}

export function publish(job: Job, by: string): EventNamed<'JobPublished'> {
  if (job.clientId !== by) strangers(job);
  if (job.status !== 'draft') reject('jobs.not_draft');
  return published(job);
}

function published({ id: jobId, clientId, content }: Job): EventNamed<'JobPublished'> {
  const { category, budget } = content;
  const missing = missingIn(content);
  if (missing.length > 0 || !category || !budget) return reject('jobs.incomplete', { missing });
  return { type: 'JobPublished', data: { jobId, clientId, category, budget } };
}

/** It could be public if it were not above a limit of the organisation. */
export function wait(job: Job, by: string): EventNamed<'JobAwaitsApproval'> {
  const { jobId, clientId } = publish(job, by).data;
  return { type: 'JobAwaitsApproval', data: { jobId, clientId } };
}

/** Everybody who was asked agreed. Saying it again changes nothing. */
export const agreed = (job: Job): EventNamed<'JobPublished'> | null =>
  job.status === 'awaiting' ? published(job) : null;

/** Somebody said no: the client may write it anew. Saying it again changes nothing. */
export function sendBack(job: Job): EventNamed<'JobSentBack'> | null {
  if (job.status !== 'awaiting') return null;
  return { type: 'JobSentBack', data: { jobId: job.id, clientId: job.clientId } };
}

function missingIn({ signFirst, summary, ...content }: JobContent): string[] {
  const { title, category, description, skills, budget } = content;
  const told = !signFirst || summary;
  const filled = { title, category, description, skills: skills.length, budget, summary: told };
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
