import { isSameName } from '@kernel/same-name';
import { reject } from '@kernel/reject';
import type { Job, JobContent } from './job';

/** A text that can be signed, under its hash; `version` is the organisation's, null for the house's. */
export interface Wording {
  readonly body: string;
  readonly sha256: string;
  readonly version: number | null;
}

interface Signing {
  readonly by: string;
  /** Of the account, and as it was typed. */
  readonly name: string;
  readonly signature: string;
  readonly sha256: string;
}

/** What was published before there was a choice is held back from nobody. */
export const isHeldBack = ({ signFirst }: Pick<JobContent, 'signFirst'>): boolean =>
  signFirst === true;

/** The text that is signed by this: one that holds now, and the very one that was read. */
export function signable(job: Job, signing: Signing, wordings: readonly Wording[]): Wording {
  const { by, name, signature, sha256 } = signing;
  if (!isHeldBack(job.content)) reject('confidentiality.nothing_to_sign');
  if (job.clientId === by) reject('confidentiality.own_job');
  if (job.status !== 'published') reject('jobs.not_open');
  const read = wordings.find((one) => one.sha256 === sha256);
  if (!read) return reject('confidentiality.text_changed');
  if (!isSameName(signature, name)) reject('confidentiality.signature_mismatch');
  return read;
}
