import * as z from 'zod';
import { proposalReason } from './approvals';
import { staffRoles } from './permissions';

/*
 * POST /api/admin/accounts/:id/roles   proposeRoles → proposed   (Idempotency-Key; runs after a second person agreed)
 */

export const proposeRoles = z.strictObject({
  /** All staff roles that the account is to have; none takes them all away. */
  roles: z.array(z.enum(staffRoles)).max(staffRoles.length),
  reason: proposalReason,
});
export type ProposeRoles = z.infer<typeof proposeRoles>;
