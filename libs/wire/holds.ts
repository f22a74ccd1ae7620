import * as z from 'zod';
import { currency, id, instant, line, listOf, money, page, person } from './primitives';

/*
 * GET  /api/admin/holds?open=&contractId=          → listOf(holdRow), newest first
 * POST /api/admin/holds                     holdEscrow → created   one person of compliance
 * POST /api/admin/holds/:id/lift            liftHold → proposed    a second person has to agree
 * GET  /api/admin/holds/radar?within=       → listOf(radarRow): escrowed money by days left at the gateway
 * GET  /api/admin/wallets/restrictions?accountId= → listOf(walletRestriction)
 * POST /api/admin/wallets/:accountId/restrict    restrictWallet → 204   one person
 * POST /api/admin/wallets/:accountId/unrestrict  liftHold → proposed   a second person has to agree
 */

export const holdReason = z.enum([
  'sanctions_hit',
  'suspected_fraud',
  'money_laundering',
  'identity_unclear',
  'legal_order',
  'stolen_payment',
]);
export type HoldReason = z.infer<typeof holdReason>;

export const holdEscrow = z.strictObject({
  contractId: id,
  /** None: all milestones that are not settled. */
  milestoneIds: z.array(id).max(50).default([]),
  reason: holdReason,
  /** When somebody has to look again; nothing is lifted by itself. */
  until: instant,
  note: line(1_000),
});
export type HoldEscrow = z.infer<typeof holdEscrow>;

export const liftHold = z.strictObject({ reason: line(1_000) });
export type LiftHold = z.infer<typeof liftHold>;

const who = person.pick({ id: true, name: true });

export const findHolds = z.strictObject({
  open: z.stringbool().optional(),
  contractId: id.optional(),
  ...page,
});
export const holdRow = z.object({
  id,
  contractId: id,
  contractTitle: z.string(),
  milestoneIds: z.array(id),
  reason: holdReason,
  until: instant,
  note: z.string(),
  heldBy: who,
  heldAt: instant,
  /** Null while it is held. */
  liftedAt: instant.nullable(),
  approvalId: id.nullable(),
});
export type HoldRow = z.infer<typeof holdRow>;
export const holdRows = listOf(holdRow);

export const findRadar = z.strictObject({
  /** Only what has at most so many days left. */
  within: z.coerce.number().int().min(0).max(3_650).optional(),
  currency: currency.default('INR'),
  ...page,
});
export const radarRow = z.object({
  contractId: id,
  contractTitle: z.string(),
  milestoneId: id,
  gateway: z.string(),
  amount: money,
  fundedAt: instant,
  maxHoldUntil: instant,
  daysLeft: z.number().int(),
  held: z.boolean(),
  policyVersion: z.number().int(),
});
export type RadarRow = z.infer<typeof radarRow>;
export const radarRows = listOf(radarRow);

export const restrictWallet = z.strictObject({ reason: holdReason, note: line(1_000) });
export type RestrictWallet = z.infer<typeof restrictWallet>;
export const walletRestriction = z.object({
  account: who,
  reason: holdReason,
  note: z.string(),
  by: who,
  at: instant,
});
export const findRestrictions = z.strictObject({ accountId: id.optional(), ...page });
export const walletRestrictions = listOf(walletRestriction);
