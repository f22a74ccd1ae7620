import { id, line, money } from '@wire/primitives';
import type { EventsOf } from '@kernel/events';
import * as z from 'zod';

const payout = { payoutId: id, providerId: id };
/** Sealed with the provider's key. */
const note = z.string();
/** Facts of before payouts asked for approvals have a note of their own and no approval. */
const approved = { approvalId: id.exactOptional(), note: note.exactOptional() };

export const payoutEvents = {
  PayoutRequested: z
    .object({
      ...payout,
      bankAccountId: id,
      amount: money,
      flags: z.array(z.enum(['above_limit', 'new_bank_account'])),
    })
    .describe(
      'The provider asked for money; it is set aside on the wallet. Flags say why people look at it.',
    ),
  PayoutPrepared: z
    .object({ ...payout, ...approved, makerId: id })
    .describe('A person of finance checked the payout and asked for its approval.'),
  PayoutPreparationLapsed: z
    .object({ ...payout, approvalId: id })
    .describe('Its approval was not decided in time or could not be done; it is prepared anew.'),
  PayoutApproved: z
    .object({ ...payout, ...approved, checkerId: id.nullable() })
    .describe('A second person of finance approved it, or no approval was needed.'),
  PayoutRejected: z
    .object({ ...payout, ...approved, checkerId: id, amount: money })
    .describe('A second person of finance refused it; the money is on the wallet again.'),
  PayoutSubmitted: z
    .object({ ...payout, gatewayPayoutId: line(60) })
    .describe('The bank partner accepted the transfer.'),
  PayoutOutcomeUnknown: z
    .object(payout)
    .describe(
      'The bank partner did not answer in time; it is asked before anything is tried again.',
    ),
  PayoutPaid: z
    .object({ ...payout, amount: money, utr: line(60) })
    .describe('The money is on the provider’s bank account.'),
  PayoutFailed: z
    .object({ ...payout, amount: money, reason: note })
    .describe('The bank partner could not transfer it; the money is on the wallet again.'),
  PayoutReversed: z
    .object({ ...payout, amount: money, reason: note })
    .describe('The bank sent a paid transfer back; the money is on the wallet again.'),
};

export type PayoutEvent = EventsOf<typeof payoutEvents>;
