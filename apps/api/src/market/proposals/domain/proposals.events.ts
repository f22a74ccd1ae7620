import { id, money } from '@wire/primitives';
import type { EventsOf } from '@kernel/events';
import * as z from 'zod';

/** On every fact: which proposal, on which job, and the two sides of it. */
const about = { proposalId: id, jobId: id, clientId: id, providerId: id };

export const declineReason = z.enum(['budget', 'skills', 'timing', 'chose_another', 'other']);

export const proposalEvents = {
  ProposalSubmitted: z
    .object({ ...about, total: money })
    .describe('A provider proposed to do the job.'),
  ProposalEdited: z
    .object({ ...about, total: money })
    .describe('The provider changed the proposal.'),
  ProposalWithdrawn: z.object(about).describe('The provider took the proposal back.'),
  ProposalViewed: z.object(about).describe('The client opened the proposal for the first time.'),
  ProposalShortlisted: z
    .object(about)
    .describe('The client keeps the proposal in the closer choice.'),
  ProposalDeclined: z
    .object({ ...about, reason: declineReason })
    .describe('The client said no, and why; the note stays with the proposal.'),
  ProposalAccepted: z
    .object({ ...about, contractId: id })
    .describe('Both sides signed a contract on this proposal.'),
};

export type ProposalEvent = EventsOf<typeof proposalEvents>;
