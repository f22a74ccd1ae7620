import * as z from 'zod';
import { proposalReason } from './approvals';
import { id, instant, line, listOf, page } from './primitives';
import { actions, roles, staffRoles, subjects } from './permissions/vocabulary';

/*
 * GET  /api/admin/roles                       → roleRows: every role, what it may, how many have it
 * GET  /api/admin/roles/:role                 → roleDetail: its rules and its people
 * GET  /api/admin/roles/change?accountId=&roles= → roleChange: what would be different, and for whom
 * GET  /api/admin/permissions/who?action=&subject=            → whoMay
 * GET  /api/admin/permissions/why?accountId=&action=&subject=  → whyMay: the rule that decides
 * GET  /api/admin/staff                       → listOf(staffMember)
 * GET  /api/admin/sessions                    → listOf(staffSession)
 * DELETE /api/admin/sessions/:id              → 204
 * GET  /api/admin/elevations?state=           → listOf(elevation): one's own; all for who watches roles
 * POST /api/admin/elevations                  askElevation → elevationAsked (a second person decides)
 * POST /api/admin/elevations/:id/end          → 204
 * POST /api/admin/break-glass                 breakGlass → elevationBegun; alarms everybody
 * GET  /api/admin/alarms                      → alarms: glass that is broken right now
 * GET  /api/admin/reveals                     → reveals: what is shown to me right now
 * POST /api/admin/reveals                     revealDetails → revealed, for fifteen minutes
 * POST /api/admin/viewings                    beginViewing → viewingBegun: a token that only looks
 * POST /api/admin/viewings/:id/end            → 204
 */

const role = z.enum(roles);
const staffRole = z.enum(staffRoles);
const who = z.object({ id, name: z.string() });
const reason = proposalReason;
const ticket = line(60).optional();

export const rule = z.object({
  action: z.array(z.enum(actions)),
  subject: z.array(z.enum(subjects)),
  conditions: z.record(z.string(), z.unknown()).nullable(),
  fields: z.array(z.string()).nullable(),
  inverted: z.boolean(),
});
export type RuleView = z.infer<typeof rule>;
export const roleRow = z.object({
  role,
  isStaff: z.boolean(),
  members: z.number(),
  /** Elevated for the hour. */
  lent: z.number(),
  permissions: z.array(z.string()),
});
export type RoleRow = z.infer<typeof roleRow>;
export const roleRows = z.object({ items: z.array(roleRow) });
export const roleDetail = roleRow.extend({
  rules: z.array(rule),
  /** The first two hundred by name. */
  people: z.array(who.extend({ isLent: z.boolean() })),
  /** Roles that nobody may have together with this one, and why. */
  conflicts: z.array(z.object({ role, conflict: z.string() })),
});
export type RoleDetail = z.infer<typeof roleDetail>;

export const findRoleChange = z.strictObject({
  accountId: id,
  /** The staff roles as they would be, with commas. */
  roles: z
    .string()
    .max(400)
    .default('')
    .transform((text) => text.split(',').filter(Boolean))
    .pipe(z.array(staffRole)),
});
export const roleChange = z.object({
  account: who,
  before: z.array(role),
  after: z.array(role),
  conflict: z.object({ conflict: z.string(), roles: z.array(role) }).nullable(),
  /** Permissions that come or go, and how many of staff have them before and after. */
  changes: z.array(
    z.object({
      permission: z.string(),
      kind: z.enum(['gained', 'lost']),
      before: z.number(),
      after: z.number(),
    }),
  ),
});
export type RoleChange = z.infer<typeof roleChange>;

const asked = { action: z.enum(actions), subject: z.enum(subjects) };
export const findWho = z.strictObject(asked);
export const whoMay = z.object({
  roles: z.array(role),
  people: z.array(who.extend({ roles: z.array(role) })),
});
export const findWhy = z.strictObject({ accountId: id, ...asked });
export const whyMay = z.object({
  account: who,
  roles: z.array(role),
  isAllowed: z.boolean(),
  /** The rules that speak of it, each with the role it comes from; the last one decides. */
  rules: z.array(rule.extend({ of: z.string() })),
  /** Roles that would allow it. */
  wouldAllow: z.array(role),
});
export type WhyMay = z.infer<typeof whyMay>;

export const findStaff = z.strictObject({ role: staffRole.optional(), ...page });
export const staffMember = who.extend({
  roles: z.array(role),
  lent: z.array(z.object({ role, until: instant })),
  lastSeenAt: instant.nullable(),
  sessions: z.number(),
});
export type StaffMember = z.infer<typeof staffMember>;
export const staffMembers = listOf(staffMember);

export const findStaffSessions = z.strictObject({ ...page });
export const staffSession = z.object({
  id,
  account: who,
  roles: z.array(role),
  device: z.string(),
  createdAt: instant,
  lastSeenAt: instant,
  current: z.boolean(),
});
export type StaffSession = z.infer<typeof staffSession>;
export const staffSessions = listOf(staffSession);

export const elevationState = z.enum(['asked', 'active', 'refused', 'ended']);
export const findElevations = z.strictObject({ state: elevationState.optional(), ...page });
export const elevation = z.object({
  id,
  account: who,
  role: staffRole,
  kind: z.enum(['elevation', 'break_glass']),
  state: elevationState,
  reason: z.string(),
  approvalId: id.nullable(),
  askedAt: instant,
  until: instant.nullable(),
  endedAt: instant.nullable(),
  isMine: z.boolean(),
});
export type Elevation = z.infer<typeof elevation>;
export const elevations = listOf(elevation);
const lendable = z.enum(staffRoles).exclude(['break_glass']);
export const askElevation = z.strictObject({ role: lendable, reason });
export const elevationAsked = z.object({ id, approvalId: id });
export const breakGlass = z.strictObject({ role: lendable, reason });
export const elevationBegun = z.object({ id, until: instant });
export const alarms = z.object({
  items: z.array(z.object({ id, account: who, role: staffRole, until: instant })),
});
export type Alarm = z.infer<typeof alarms>['items'][number];

/** What may be shown of whom for a while. */
export const revealable = { Account: ['email', 'phone'] } as const;
export const revealDetails = z.strictObject({
  subject: z.enum(['Account']),
  id,
  fields: z.array(z.enum(revealable.Account)).min(1).max(2),
  reason,
  ticket,
});
export type RevealDetails = z.infer<typeof revealDetails>;
export const revealed = z.object({ id, until: instant });
export const reveals = z.object({
  items: z.array(
    z.object({
      subject: z.enum(['Account']),
      id,
      fields: z.array(z.enum(revealable.Account)),
      until: instant,
    }),
  ),
});

export const beginViewing = z.strictObject({ accountId: id, reason, ticket });
export type BeginViewing = z.infer<typeof beginViewing>;
/** `link` opens the marketplace as that person sees it. */
export const viewingBegun = z.object({ id, link: z.string(), until: instant });
