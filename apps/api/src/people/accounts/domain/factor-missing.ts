import type { Viewer } from '@wire/accounts';
import { isStaffRole } from '@wire/duties';
import type { ProofMethod } from '@wire/factors';

/** A code by text message is a second step, and too weak a one for the console. */
export const isStrong = (method: ProofMethod): boolean => !['sms', 'mail'].includes(method);

/** Who it is, and whether nothing but setting up a second factor is open to them. */
export const seenIn = (viewer: Viewer, withFactor: boolean): Viewer =>
  withFactor || !viewer.roles.some(isStaffRole) ? viewer : { ...viewer, factorMissing: true };
