import * as z from 'zod';
import { id, instant, line, listOf, page, person } from './primitives';

/*
 * GET  /api/surface/standing              → 204, or 403 request.address_blocked with a case id
 * POST /api/surface/reports               what a browser refused to run, in its own words → 204
 * GET  /api/admin/ip-rules?state=         findIpRules → ipRules, newest first (inspect IpRule)
 * POST /api/admin/ip-rules                addIpRule → addedIpRule (wide ones wait for a second person)
 * POST /api/admin/ip-rules/:id/lift       → 204
 * GET  /api/admin/limits                  → limits: rules, points in use, who was refused
 * GET  /api/admin/reports                 → reports, the latest first
 * GET  /api/admin/secrets                 → secrets: names, sources and ages, never a value
 */

/** One address or a network, IPv4 or IPv6. */
export const cidr = z.union(
  [
    z.ipv4().transform((address) => `${address}/32`),
    z.ipv6().transform((address) => `${address}/128`),
    z.cidrv4(),
    z.cidrv6(),
  ],
  'surface.no_network',
);
export const ipEffect = z.enum(['deny', 'allow']);
export const ipRuleReason = z.enum(['attack', 'abuse', 'fraud', 'legal', 'trusted']);

export const addIpRule = z.strictObject({
  network: cidr,
  effect: ipEffect.default('deny'),
  reason: ipRuleReason,
  note: line(500),
  /** Null: until somebody lifts it. */
  expiresAt: instant.nullable(),
});
export type AddIpRule = z.infer<typeof addIpRule>;

/** Either it holds now, or a second person is asked. */
export const addedIpRule = z.object({ id: id.nullable(), approvalId: id.nullable() });
export type AddedIpRule = z.infer<typeof addedIpRule>;

export const ipRuleState = z.enum(['active', 'expired', 'lifted']);
const who = person.pick({ id: true, name: true });
export const ipRule = z.object({
  id,
  caseId: z.string(),
  network: z.string(),
  effect: ipEffect,
  reason: ipRuleReason,
  note: z.string(),
  state: ipRuleState,
  by: who,
  at: instant,
  expiresAt: instant.nullable(),
  liftedBy: who.nullable(),
  liftedAt: instant.nullable(),
  approvalId: id.nullable(),
});
export type IpRule = z.infer<typeof ipRule>;
export const findIpRules = z.strictObject({ state: ipRuleState.optional(), ...page });
export const ipRules = listOf(ipRule);

export const limit = z.object({
  kind: z.string(),
  points: z.number(),
  seconds: z.number(),
  by: z.enum(['account', 'email', 'ip', 'key']),
  /** What happens while nobody can count. */
  whenAway: z.enum(['open', 'closed', 'memory']),
  /** Whoever has spent points now; null where only the process knows. */
  active: z.number().nullable(),
  refusedLastHour: z.number(),
  refusedLastDay: z.number(),
});
export type LimitRow = z.infer<typeof limit>;
export const limits = z.object({
  store: z.enum(['redis', 'postgresql']),
  items: z.array(limit),
  /** Who was refused most in a day. */
  refused: z.array(
    z.object({
      kind: z.string(),
      address: z.string(),
      account: who.nullable(),
      times: z.number(),
      lastAt: instant,
    }),
  ),
});
export type Limits = z.infer<typeof limits>;

/** What browsers send, old (`csp-report`) and new (a list); everything else in it is dropped. */
const words = z.string().max(2_000).nullish();
const oldReport = z.object({
  'csp-report': z.object({
    'document-uri': words,
    'effective-directive': words,
    'violated-directive': words,
    'blocked-uri': words,
    'source-file': words,
    'line-number': z.number().nullish(),
    'script-sample': words,
  }),
});
const newReport = z.object({
  type: z.string().max(60),
  body: z
    .object({
      documentURL: words,
      effectiveDirective: words,
      blockedURL: words,
      sourceFile: words,
      lineNumber: z.number().nullish(),
      sample: words,
    })
    .nullish(),
});
export const browserReports = z.union([oldReport, z.array(newReport).max(50)]);
export type BrowserReports = z.infer<typeof browserReports>;

export const report = z.object({
  id: z.string(),
  page: z.string(),
  directive: z.string(),
  blocked: z.string(),
  source: z.string(),
  sample: z.string(),
  times: z.number(),
  firstAt: instant,
  lastAt: instant,
});
export type ReportRow = z.infer<typeof report>;
export const findReports = z.strictObject(page);
export const reports = listOf(report);

export const secretSource = z.enum(['environment', 'file', 'vault']);
export const secretRow = z.object({
  name: z.string(),
  source: secretSource,
  /** Since when it is known to be what it is: the file's or the vault's own time. */
  since: instant.nullable(),
  version: z.number().nullable(),
});
export type SecretRow = z.infer<typeof secretRow>;
export const secrets = z.object({ items: z.array(secretRow) });
