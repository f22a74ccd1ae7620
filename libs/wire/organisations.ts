import * as z from 'zod';
import {
  currency,
  email,
  id,
  instant,
  line,
  listOf,
  money,
  page,
  person,
  positiveMoney,
  text,
} from './primitives';
import { filledField, orgField } from './org-fields';
import { orgRoles, powers } from './permissions/vocabulary';

/*
 * GET    /api/organisations/mine                    → myOrganisations, with the one that is acted for
 * PUT    /api/organisations/acting                  actFor → 204; null is for oneself
 * POST   /api/organisations                         foundOrganisation → created
 * POST   /api/organisations/join                    joinOrganisation → created, the organisation
 * GET    /api/organisations/:id                     → organisationView (members)
 * PUT    /api/organisations/:id                     changeOrganisation → 204 (owner, admin)
 * POST   /api/organisations/:id/invitations         inviteMember → created; a mail goes out
 * POST   /api/organisations/:id/invitations/:invitationId/resend → 204; the link before is void
 * DELETE /api/organisations/:id/invitations/:invitationId → 204
 * PUT    /api/organisations/:id/members/:accountId  changeMember → 204
 * DELETE /api/organisations/:id/members/:accountId  → 204; oneself is leaving
 * POST   /api/organisations/:id/transfer            transferOwnership → 204
 * POST   /api/organisations/:id/workspaces          newWorkspace → created
 * PUT    /api/organisations/:id/workspaces/:workspaceId  newWorkspace → 204
 * PUT    /api/organisations/:id/limits              changeLimits → 204
 * GET    /api/organisations/:id/roles               → ownRoles (members)
 * POST   /api/organisations/:id/roles               saveRole → created; twenty at most
 * PUT    /api/organisations/:id/roles/:roleId       saveRole → 204; counts at the next request
 * DELETE /api/organisations/:id/roles/:roleId?replacement=  → 204; what takes its place where it is in use
 * GET    /api/organisations/:id/trail               → trail, newest first
 * GET    /api/organisations/:id/approvals?state=    → spendings
 * POST   /api/organisations/:id/approvals/:approvalId/decide  decideSpending → 204
 * GET    /api/organisations/:id/statement?month=    → statement; statement.csv the same as a file
 * GET    /api/organisations/:id/statements          → issuedStatements, newest first
 * POST   /api/organisations/:id/statements          findStatement → statementIssued (owner, admin, finance)
 * GET    /api/organisations/:id/statements/:number.pdf → the sheet, as it was issued
 */
export const orgRole = z.enum(orgRoles);
/** One that every organisation has, or the id of one of its own. */
export const memberRole = z.union([orgRole, id]);
/** What somebody may be made without being made an owner. */
export const placeableRole = z.union([orgRole.exclude(['owner']), id]);

export const mostRoles = 20;
export const power = z.enum(powers);
export const saveRole = z.strictObject({
  name: line(40),
  powers: z.array(power).max(powers.length),
});
export type SaveRole = z.infer<typeof saveRole>;
export const removeRole = z.strictObject({
  /** What its members, invitations and groups have instead; may be left out where there are none. */
  replacement: placeableRole.optional(),
});
export type RemoveRole = z.infer<typeof removeRole>;
export const ownRole = z.object({
  id,
  name: z.string(),
  powers: z.array(power),
  /** Who has it, open invitations included. */
  people: z.number(),
});
export type OwnRole = z.infer<typeof ownRole>;
export const ownRoles = z.object({
  items: z.array(ownRole),
  /** What the asking member may hand on. */
  mayGive: z.array(power),
});
export type OwnRoles = z.infer<typeof ownRoles>;

export const foundOrganisation = z.strictObject({ name: line(80) });
export const changeOrganisation = z.strictObject({
  name: line(80),
  seats: z.int().min(1).max(500),
  needsPurchaseOrder: z.boolean(),
  needsCostCentre: z.boolean(),
  /** After how many days a request that nobody decided is over. */
  requestsExpireDays: z.int().min(1).max(90).optional(),
});
export type ChangeOrganisation = z.infer<typeof changeOrganisation>;

export const actFor = z.strictObject({ workspaceId: id.nullable() });

export const inviteMember = z.strictObject({
  email,
  role: placeableRole,
  workspaceId: id.nullable().default(null),
});
export type InviteMember = z.infer<typeof inviteMember>;
export const joinOrganisation = z.strictObject({ token: line(200) });

export const changeMember = z.strictObject({ role: memberRole, workspaceId: id.nullable() });
export type ChangeMember = z.infer<typeof changeMember>;
export const transferOwnership = z.strictObject({ to: id });

export const newWorkspace = z.strictObject({
  name: line(60),
  /** For each calendar month; null for no budget. */
  budget: positiveMoney.nullable(),
});
export type NewWorkspace = z.infer<typeof newWorkspace>;

export const purpose = z.enum(['job', 'hire']);
/** What is dearer than `above` needs one more member to agree. */
export const limit = z.strictObject({
  purpose,
  above: money,
  approver: z.enum(['finance', 'owner']),
  /** Only for spending of this role or workspace; null for everybody's. */
  role: memberRole.nullable(),
  workspaceId: id.nullable(),
});
export type Limit = z.infer<typeof limit>;
export const changeLimits = z.strictObject({ limits: z.array(limit).max(40) });

const workspace = z.object({
  id,
  name: z.string(),
  budget: money.nullable(),
  /** Hired for this month. */
  spent: money.nullable(),
});
export const myOrganisations = z.object({
  acting: z.object({ organisationId: id, workspaceId: id }).nullable(),
  items: z.array(
    z.object({
      id,
      name: z.string(),
      role: memberRole,
      powers: z.array(power),
      needsPurchaseOrder: z.boolean(),
      needsCostCentre: z.boolean(),
      workspaces: z.array(z.object({ id, name: z.string() })),
      fields: z.array(orgField),
      /** Approvals that wait for this member. */
      waiting: z.number(),
    }),
  ),
});
export type MyOrganisations = z.infer<typeof myOrganisations>;

export const organisationView = z.object({
  id,
  name: z.string(),
  role: memberRole,
  powers: z.array(power),
  roles: z.array(ownRole.pick({ id: true, name: true })),
  seats: z.number(),
  needsPurchaseOrder: z.boolean(),
  needsCostCentre: z.boolean(),
  requestsExpireDays: z.number(),
  workspaces: z.array(workspace),
  limits: z.array(limit),
  fields: z.array(orgField),
  members: z.array(
    z.object({
      person: person.pick({ id: true, name: true, avatarUrl: true }),
      email: z.string(),
      role: memberRole,
      workspaceId: id.nullable(),
      joinedAt: instant,
    }),
  ),
  invitations: z.array(
    z.object({
      id,
      email: z.string(),
      role: memberRole,
      sentAt: instant,
      expiresAt: instant,
    }),
  ),
});
export type OrganisationView = z.infer<typeof organisationView>;

export const findTrail = z.strictObject({ ...page });
export const trail = listOf(
  z.object({
    id,
    what: z.string(),
    at: instant,
    by: z.object({ id, name: z.string() }).nullable(),
    whom: z.object({ id, name: z.string() }).nullable(),
    /** The name of a role of the organisation's own, while it has one; the word of a usual one. */
    role: z.string().nullable(),
    amount: money.nullable(),
    /** The organisation's directory said so, over SCIM. */
    byDirectory: z.boolean(),
  }),
);
export type Trail = z.infer<typeof trail>;

export const spendingState = z.enum(['open', 'granted', 'rejected', 'cancelled', 'expired']);
export type SpendingState = z.infer<typeof spendingState>;
export const findSpendings = z.strictObject({ state: spendingState.optional(), ...page });
export const decideSpending = z.strictObject({
  decision: z.enum(['approve', 'reject', 'cancel']),
  comment: text(500).default(''),
});
export type DecideSpending = z.infer<typeof decideSpending>;
export const spending = z.object({
  id,
  purpose,
  state: spendingState,
  jobId: id,
  title: z.string(),
  amount: money,
  workspace: z.string(),
  purchaseOrder: z.string().nullable(),
  costCentre: z.string().nullable(),
  requester: person.pick({ id: true, name: true, avatarUrl: true }),
  askedAt: instant,
  /** When it is over without a decision. */
  expiresAt: instant.nullable(),
  /** Who has to agree, in this order; the first `decisions.length` have. */
  chain: z.array(z.enum(['finance', 'owner'])),
  decisions: z.array(
    z.object({
      by: z.object({ id, name: z.string() }),
      decision: z.enum(['approve', 'reject', 'cancel']),
      comment: z.string(),
      at: instant,
    }),
  ),
  /** What the viewer may do now. */
  may: z.array(z.enum(['approve', 'reject', 'cancel'])),
});
export type Spending = z.infer<typeof spending>;
export const spendings = listOf(spending);

export const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/);
export const findStatement = z.strictObject({ month });
export const statement = z.object({
  month,
  lines: z.array(
    z.object({
      id,
      at: instant,
      kind: z.enum(['funded', 'released', 'refunded']),
      contractId: id,
      title: z.string(),
      workspace: z.string(),
      purchaseOrder: z.string().nullable(),
      costCentre: z.string().nullable(),
      fields: z.array(filledField),
      amount: money,
      fee: money,
      tax: money,
    }),
  ),
  totals: z.array(
    z.object({ currency, funded: money, released: money, refunded: money, fees: money }),
  ),
});
export type OrgStatement = z.infer<typeof statement>;

export const statementNumber = z.coerce.number().int().min(1).max(1_000_000);
export const statementIssued = z.object({ number: z.number() });
export const issuedStatements = z.object({
  items: z.array(
    z.object({ number: z.number(), month: z.string(), issuedAt: instant, sha256: z.string() }),
  ),
});
export type IssuedStatements = z.infer<typeof issuedStatements>;
