import { line, money } from '@wire/primitives';
import type { EventsOf } from '@kernel/events';
import * as z from 'zod';

const movement = z.object({ amount: money, cause: line(120) });

/** Appended with the fact that moved the money, in the same transaction; `cause` is its stream. */
export const walletEvents = {
  FundsCredited: movement.describe('Money came onto the wallet and can be used.'),
  FundsDebited: movement.describe('Money left the wallet.'),
  FundsHeld: movement.describe('Money was set aside for a payout or a refund under way.'),
  FundsReturned: movement.describe('Money that was set aside or sent came back and can be used.'),
};

export type WalletEvent = EventsOf<typeof walletEvents>;
