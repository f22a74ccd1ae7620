import { id, line, money } from '@wire/primitives';
import type { EventsOf } from '@kernel/events';
import * as z from 'zod';

export const jobEvents = {
  JobDrafted: z
    .object({ jobId: id, clientId: id })
    .describe('A client began to describe a job; nobody else sees it.'),
  JobAwaitsApproval: z
    .object({ jobId: id, clientId: id })
    .describe('The job is above a limit of its organisation; it is public once members agreed.'),
  JobSentBack: z
    .object({ jobId: id, clientId: id })
    .describe('A member said no to the job: it is a draft again, with every word in it.'),
  JobPublished: z
    .object({
      jobId: id,
      clientId: id,
      category: line(40),
      budget: money,
    })
    .describe('The job is public and takes proposals.'),
  ProviderInvited: z
    .object({ jobId: id, clientId: id, providerId: id })
    .describe('A provider is asked to propose: one of the best matches, or chosen by the client.'),
  JobFilled: z
    .object({ jobId: id, clientId: id, contractId: id })
    .describe('A contract was signed for the job; it takes no more proposals.'),
  JobClosed: z
    .object({ jobId: id, clientId: id, reason: z.enum(['filled', 'cancelled', 'other']) })
    .describe('The client took the job off the market.'),
};

export type JobEvent = EventsOf<typeof jobEvents>;
