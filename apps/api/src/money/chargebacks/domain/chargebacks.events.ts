import { id, instant, line, money } from '@wire/primitives';
import type { EventsOf } from '@kernel/events';
import * as z from 'zod';

const chargeback = { chargebackId: id };
const phase = z.enum(['retrieval', 'chargeback', 'pre_arbitration', 'arbitration']);
const parties = { clientId: id, contractId: id, milestoneId: id, depositId: id };
const decided = { ...chargeback, ...parties, phase, amount: money };
/** Where it was taken from, in this order. */
const parts = z.object({ escrow: money, wallet: money, receivable: money, loss: money });
const moved = { ...chargeback, ...parties, providerId: id.nullable(), amount: money, parts };

export const chargebackEvents = {
  ChargebackReceived: z
    .object({
      ...decided,
      gatewayDisputeId: line(60),
      reasonCode: line(100),
      respondBy: instant.nullable(),
    })
    .describe('The payer’s bank asks about a payment, or takes it back.'),
  ChargebackPhaseEntered: z
    .object({ ...decided, respondBy: instant.nullable() })
    .describe('The bank went one step further; a new deadline runs and the outcome is open again.'),
  ChargebackEvidenceDue: z.object(chargeback).describe('The gateway asks for our evidence.'),
  ChargebackEvidenceSubmitted: z
    .object({ ...chargeback, phase, evidenceId: id, sha256: line(64), files: z.number().int() })
    .describe('Our evidence went to the gateway; the words and files are rows.'),
  ChargebackUnderReview: z.object(chargeback).describe('The bank looks at our evidence.'),
  ChargebackAlarmRaised: z
    .object({ ...decided, share: z.number().int(), respondBy: instant })
    .describe('So many per cent of the time to answer are over and nobody answered.'),
  ChargebackFundsTaken: z
    .object(moved)
    .describe('The gateway kept the money; who bears it until the outcome is known.'),
  ChargebackFundsRestored: z
    .object(moved)
    .describe('The gateway gave the money back; it went where it had come from.'),
  ChargebackWon: z.object(decided).describe('The bank decided for us.'),
  ChargebackLost: z.object(decided).describe('The bank decided for the payer.'),
  ChargebackClosed: z.object(chargeback).describe('Nothing follows any more.'),
};

export type ChargebackEvent = EventsOf<typeof chargebackEvents>;
