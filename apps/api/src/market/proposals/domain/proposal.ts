import { minor, sum, type Currency, type Money } from '@money';
import { notTheirs, reject } from '@kernel/reject';
import type { ProposalEvent } from './proposals.events';

export type ProposalStatus =
  'sent' | 'viewed' | 'shortlisted' | 'declined' | 'withdrawn' | 'accepted';
export type DeclineReason = Extract<ProposalEvent, { type: 'ProposalDeclined' }>['data']['reason'];

export interface ProposalContent {
  readonly coverLetter: string;
  readonly milestones: readonly { title: string; amount: Money; days: number }[];
  readonly answers: readonly string[];
  readonly attachments: readonly string[];
  readonly aiAssisted: boolean;
}

export interface Proposal {
  readonly id: string;
  readonly jobId: string;
  readonly clientId: string;
  readonly providerId: string;
  readonly status: ProposalStatus;
}

/** What a proposal must fit: the job as it is now. */
export interface Call {
  readonly clientId: string;
  readonly status: string;
  readonly questions: readonly string[];
  readonly currency: Currency | null;
}

const undecided: readonly ProposalStatus[] = ['sent', 'viewed', 'shortlisted'];
/** Ten million million minor units: sums, fees and taxes stay far inside 64 bits. */
const largest = 10n ** 15n;

/** Checks a proposal against its job and says what it would cost in all. */
export function priced(call: Call, by: string, { milestones, answers }: ProposalContent): Money {
  if (call.clientId === by) reject('proposals.own_job');
  if (call.status !== 'published' || !call.currency) return reject('jobs.not_open');
  const { currency } = call;
  if (milestones.some(({ amount }) => amount.currency !== currency)) reject('proposals.currency');
  const missing = call.questions.flatMap((_, index) => (answers[index] ? [] : [index]));
  if (missing.length > 0) reject('proposals.answers_missing', { missing });
  const total = sum(
    milestones.map(({ amount }) => amount),
    currency,
  );
  if (minor(total) > largest) reject('money.too_large');
  return total;
}

const strangers = ({ clientId, providerId }: Proposal, by: string): never =>
  notTheirs('proposals', by, [clientId, providerId]);

/** The client has begun to decide on it: then it stays as it was read. */
export function editable(proposal: Proposal, by: string): void {
  const { status, providerId } = proposal;
  if (providerId !== by) strangers(proposal, by);
  if (status === 'withdrawn') reject('proposals.not_open');
  if (status !== 'sent' && status !== 'viewed') reject('proposals.locked');
}

export function withdraw(proposal: Proposal, by: string): ProposalEvent {
  if (proposal.providerId !== by) strangers(proposal, by);
  if (!undecided.includes(proposal.status)) reject('proposals.not_open');
  return { type: 'ProposalWithdrawn', data: sides(proposal) };
}

/** Only the first look is news. */
export function view(proposal: Proposal, by: string): ProposalEvent | null {
  if (proposal.clientId !== by) strangers(proposal, by);
  return proposal.status === 'sent' ? { type: 'ProposalViewed', data: sides(proposal) } : null;
}

export function shortlist(proposal: Proposal, by: string): ProposalEvent | null {
  if (proposal.clientId !== by) strangers(proposal, by);
  if (!undecided.includes(proposal.status)) reject('proposals.not_open');
  if (proposal.status === 'shortlisted') return null;
  return { type: 'ProposalShortlisted', data: sides(proposal) };
}

export function decline(proposal: Proposal, by: string, reason: DeclineReason): ProposalEvent {
  if (proposal.clientId !== by) strangers(proposal, by);
  if (!undecided.includes(proposal.status)) reject('proposals.not_open');
  return { type: 'ProposalDeclined', data: { ...sides(proposal), reason } };
}

/** A signed contract settles it whatever was said before. Saying it again changes nothing. */
export function accept(proposal: Proposal, contractId: string): ProposalEvent | null {
  if (proposal.status === 'accepted') return null;
  return { type: 'ProposalAccepted', data: { ...sides(proposal), contractId } };
}

export const sides = ({ id, jobId, clientId, providerId }: Proposal) => ({
  proposalId: id,
  jobId,
  clientId,
  providerId,
});
