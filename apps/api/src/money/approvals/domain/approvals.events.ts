import { id, instant, line, money } from '@wire/primitives';
import type { EventsOf } from '@kernel/events';
import * as z from 'zod';

const hash = z.string().regex(/^[0-9a-f]{64}$/);
const approval = { approvalId: id, action: line(60), subject: line(120), makerId: id };
/** The input of a command, as JSON: ids, amounts and codes. */
const payload = z.record(z.string(), z.unknown());
const decided = { ...approval, checkerId: id, commentHash: hash };

export const approvalEvents = {
  ApprovalRequested: z
    .object({
      ...approval,
      payload,
      payloadHash: hash,
      amount: money.nullable(),
      beneficiaries: z.array(id),
      makerPermission: line(80),
      requiredPermission: line(80),
      reasonHash: hash,
      expiresAt: instant,
    })
    .describe('Somebody proposes an action that two people have to want; the input is bound here.'),
  ApprovalExpiring: z
    .object({ ...approval, requiredPermission: line(80), expiresAt: instant })
    .describe('Nobody decided yet and the time is nearly over.'),
  ApprovalGranted: z
    .object({ ...decided, payload, payloadHash: hash })
    .describe('A second person agreed to exactly this input; the action may run once.'),
  ApprovalDenied: z.object(decided).describe('A second person refused; nothing happens.'),
  ApprovalExpired: z.object(approval).describe('Nobody decided in time; nothing happens.'),
  ApprovalExecuted: z.object(approval).describe('What was approved was done.'),
  ApprovalFailed: z
    .object({ ...approval, code: line(80) })
    .describe('What was approved could not be done any more; the code says why.'),
};

export type ApprovalEvent = EventsOf<typeof approvalEvents>;
