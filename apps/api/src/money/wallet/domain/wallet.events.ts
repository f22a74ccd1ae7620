import { holdReason } from '@wire/holds';
import { id, line, money } from '@wire/primitives';
import type { EventsOf } from '@kernel/events';
import * as z from 'zod';

const movement = z.object({ amount: money, cause: line(120) });

/** Appended with the fact that moved the money, in the same transaction; `cause` is its stream. */
export const walletEvents = {
  FundsCredited: movement.describe('Money came onto the wallet and can be used.'),
  FundsDebited: movement.describe('Money left the wallet.'),
  FundsHeld: movement.describe('Money was set aside for a payout or a refund under way.'),
  FundsReturned: movement.describe('Money that was set aside or sent came back and can be used.'),
  ReceivableRaised: movement.describe('The owner was paid for work whose payment was taken back.'),
  ReceivableLifted: movement.describe('That payment came back; nothing is owed for it any more.'),
  ReceivableOffset: movement.describe('Part of what came in settled what was owed.'),
};

export type WalletEvent = EventsOf<typeof walletEvents>;

/** On `restriction-<account>`: compliance stops a wallet and two people let it go. */
export const restrictionEvents = {
  WalletRestricted: z
    .object({ accountId: id, reason: holdReason, by: id })
    .describe('Compliance lets nothing leave this wallet.'),
  WalletUnrestricted: z
    .object({ accountId: id, approvalId: id })
    .describe('Two people lifted the restriction; money may leave again.'),
};

export type RestrictionEvent = EventsOf<typeof restrictionEvents>;
