import * as z from 'zod';
import { fileView } from './files';
import { id, instant, line, listOf, money, page, person, positiveMoney, text } from './primitives';

/*
 * POST /api/jobs/:jobId/proposals   submitProposal → {id}   (10 a minute per account, then 429)
 * GET  /api/jobs/:jobId/proposals   → listOf(proposalView) of my job, to compare, newest first (client)
 * PUT  /api/proposals/:id           submitProposal → 204 (until shortlisted or decided)
 * POST /api/proposals/:id/withdraw  → 204
 * POST /api/proposals/:id/view      → 204 (client opened it)
 * POST /api/proposals/:id/shortlist → 204
 * POST /api/proposals/:id/decline   declineProposal → 204
 * GET  /api/proposals/mine          → listOf(proposalView)
 * GET  /api/proposals/:id           → proposalView
 */

export const proposedMilestone = z.strictObject({
  title: line(120),
  amount: positiveMoney,
  days: z.number().int().min(1).max(365),
});

export const submitProposal = z.strictObject({
  coverLetter: line(5_000),
  milestones: z.array(proposedMilestone).min(1).max(10),
  answers: z.array(text(2_000)).max(5),
  attachments: z.array(id).max(10),
  aiAssisted: z.boolean(),
});
export type SubmitProposal = z.infer<typeof submitProposal>;

export const proposalStatus = z.enum([
  'sent',
  'viewed',
  'shortlisted',
  'declined',
  'withdrawn',
  'accepted',
]);
export const declineReasons = z.enum(['budget', 'skills', 'timing', 'chose_another', 'other']);
export const declineProposal = z.strictObject({
  reason: declineReasons,
  note: text(500).optional(),
});

export const proposalView = z.object({
  id,
  jobId: id,
  jobTitle: z.string(),
  status: proposalStatus,
  provider: person.extend({
    headline: z.string(),
    rating: z.number().nullable(),
    reviews: z.number(),
    completedContracts: z.number(),
    skills: z.array(z.string()),
  }),
  coverLetter: z.string(),
  milestones: z.array(proposedMilestone),
  total: money,
  days: z.number(),
  answers: z.array(z.string()),
  attachments: z.array(fileView),
  aiAssisted: z.boolean(),
  submittedAt: instant,
  viewedAt: instant.nullable(),
  decidedAt: instant.nullable(),
  declineReason: declineReasons.nullable(),
  declineNote: z.string().nullable(),
  contractId: id.nullable(),
});
export type ProposalView = z.infer<typeof proposalView>;
export const proposalViews = listOf(proposalView);
export const findProposals = z.strictObject({ ...page });
export const myProposals = z.strictObject({ status: proposalStatus.optional(), ...page });
