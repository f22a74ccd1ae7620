import * as z from 'zod';
import { id, instant, line, listOf, page, person } from './primitives';
import { orgDomain, ssoProtocol, ssoState } from './sso';

/*
 * For staff; every look is in the log.
 * GET /api/admin/organisations?q=         → orgRows, the newest first
 * GET /api/admin/organisations/:id        → orgDetail
 * GET /api/admin/organisations/:id/trail  → trail (`organisations.ts`)
 * GET /api/admin/organisations/:id/sso    → orgSso
 * GET /api/admin/organisations/:id/scim   → orgScim
 */

export const findOrganisations = z.strictObject({ q: line(80).optional(), ...page });
export const orgRow = z.object({
  id,
  name: z.string(),
  seats: z.number(),
  members: z.number(),
  workspaces: z.number(),
  foundedAt: instant,
});
export type OrgRow = z.infer<typeof orgRow>;
export const orgRows = listOf(orgRow);

export const orgDetail = z.object({
  id,
  name: z.string(),
  seats: z.number(),
  /** Invitations that hold a seat. */
  invited: z.number(),
  foundedAt: instant,
  requestsExpireDays: z.number(),
  openRequests: z.number(),
  limits: z.number(),
  /** With a number. */
  statements: z.number(),
  workspaces: z.array(z.object({ id, name: z.string() })),
  members: z.array(
    z.object({
      person: person.pick({ id: true, name: true }),
      /** The name of a role of the organisation's own, or the word of a usual one. */
      role: z.string(),
      workspace: z.string().nullable(),
      joinedAt: instant,
    }),
  ),
});
export type OrgDetail = z.infer<typeof orgDetail>;

/** What stands in the DNS is the organisation's to know. */
export const orgSso = z.object({
  state: ssoState,
  protocol: ssoProtocol.nullable(),
  issuer: z.string().nullable(),
  lastUsedAt: instant.nullable(),
  domains: z.array(orgDomain.omit({ record: true })),
});
export type OrgSso = z.infer<typeof orgSso>;

export const orgScim = z.object({
  /** Keys that are good right now. */
  keys: z.number(),
  users: z.number(),
  groups: z.number(),
  lastSyncAt: instant.nullable(),
});
export type OrgScim = z.infer<typeof orgScim>;
