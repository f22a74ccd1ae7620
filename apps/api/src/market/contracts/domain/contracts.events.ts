import { id, money } from '@wire/primitives';
import type { EventsOf } from '@kernel/events';
import * as z from 'zod';

/** On every fact: which contract, and the two sides of it. */
const sides = { contractId: id, clientId: id, providerId: id };
const origin = { ...sides, jobId: id, proposalId: id };

const fees = z.object({
  id: z.string(),
  clientFeeBps: z.number().int(),
  providerFeeBps: z.number().int(),
  taxBps: z.number().int(),
});

export const contractEvents = {
  ContractOffered: z
    .object(origin)
    .describe('The client offered terms on a proposal and signed them.'),
  ContractSigned: z
    .object({
      ...origin,
      fees,
      termsVersion: z.string(),
      milestones: z.array(z.object({ id, amount: money, days: z.number().int() })),
    })
    .describe('The provider signed too: terms and fees are frozen and the escrow opens.'),
  ContractDeclined: z
    .object(origin)
    .describe('The provider said no to the offer; the words stay with the contract.'),
  ContractWithdrawn: z
    .object(origin)
    .describe('The client took the offer back before it was signed.'),
  WorkUpdatePosted: z
    .object({ ...sides, updateId: id, by: id })
    .describe('One side told the other how the work goes; the words stay with the contract.'),
  ContractCompleted: z
    .object({ ...sides, jobId: id })
    .describe('Every milestone is settled; nothing is held for the contract any more.'),
};

export type ContractEvent = EventsOf<typeof contractEvents>;
