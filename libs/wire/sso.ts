import * as z from 'zod';
import { orgRoles } from './permissions/vocabulary';
import { created, id, instant, line } from './primitives';

/*
 * GET    /api/sso/home?domain=                        → home: whether people of a domain log in elsewhere
 * GET    /api/organisations/:id/sso                   → ssoPage (owner, admin)
 * POST   /api/organisations/:id/sso/domains           claimDomain → created
 * POST   /api/organisations/:id/sso/domains/:domainId/check  → 204 once the record stands in the DNS
 * DELETE /api/organisations/:id/sso/domains/:domainId → 204, with the step-up `security` where it is proved
 * PUT    /api/organisations/:id/sso/issuer            saveIssuer → 204, with the step-up `security`
 * PUT    /api/organisations/:id/sso/saml              saveSaml → 204, with the step-up `security`
 * GET    /api/sso/saml/:organisationId/metadata       → what an identity provider has to know of us (XML)
 * PUT    /api/organisations/:id/sso/rules             ssoRules → 204; to enforce needs the step-up `security`
 * DELETE /api/organisations/:id/sso/issuer            → 204, with the step-up `security`
 *
 * The log-in itself is in `identities.ts`.
 */
const label = /^(?!-)[a-z0-9-]{1,63}(?<!-)$/;

/** `example.org`, in the letters of the DNS: other scripts are turned into theirs. */
export const domainName = z
  .string()
  .trim()
  .max(253)
  .transform((text) => asciiOf(text.toLowerCase().replace(/\.$/, '')))
  .refine((name) => name.split('.').length > 1 && name.split('.').every((one) => label.test(one)))
  .refine((name) => !/^[\d.]+$/.test(name));

/** A host as a browser would send it; itself where it is none. */
function asciiOf(text: string): string {
  return /[/@:?#\s]/.test(text) || !URL.canParse(`http://${text}`)
    ? '-'
    : new URL(`http://${text}`).hostname;
}

export const findHome = z.strictObject({ domain: domainName });
export const home = z.object({ sso: z.boolean(), enforced: z.boolean() });
export type Home = z.infer<typeof home>;

export const claimDomain = z.strictObject({ name: domainName });
export { created };

/** How an issuer may sign: by keys of its own, never by a secret that both know. */
export const signatures = ['RS256', 'ES256', 'PS256'] as const;

/** What somebody becomes who comes by the directory. Nobody becomes an owner by it. */
export const givenRole = z.enum(orgRoles).exclude(['owner']);
export type GivenRole = z.infer<typeof givenRole>;

export const saveIssuer = z.strictObject({
  issuer: z.url({ protocol: /^https?$/ }).max(500),
  clientId: line(200),
  /** Left out where it stays the one that is kept. */
  clientSecret: z.string().min(1).max(500).optional(),
});
export type SaveIssuer = z.infer<typeof saveIssuer>;

/** Two at once, while one takes over from the other. */
export const mostCertificates = 2;
const metadata = z.string().min(1).max(200_000);
const web = z.url({ protocol: /^https?$/ }).max(500);

/** An identity provider by what it says of itself, here or at its address, or written down by hand. */
export const saveSaml = z.strictObject({
  idp: z.discriminatedUnion('by', [
    z.strictObject({ by: z.literal('metadata'), metadata }),
    z.strictObject({ by: z.literal('address'), url: web }),
    z.strictObject({
      by: z.literal('hand'),
      entityId: line(500),
      ssoUrl: web,
      certificates: z.array(z.string().min(1).max(10_000)).min(1).max(mostCertificates),
    }),
  ]),
  /** Whether people may begin at the identity provider. Anybody can then be logged in by a link. */
  unasked: z.boolean(),
});
export type SaveSaml = z.infer<typeof saveSaml>;

export const ssoProtocol = z.enum(['oidc', 'saml']);
export type SsoProtocol = z.infer<typeof ssoProtocol>;

export const ssoState = z.enum(['off', 'on', 'enforced']);
export type SsoState = z.infer<typeof ssoState>;
export const ssoRules = z.strictObject({
  state: ssoState,
  /** Whoever comes with an address of the organisation joins it, where a seat is free. */
  joins: z.boolean(),
  defaultRole: givenRole,
  /** The second factor of the issuer counts as ours. */
  trustsFactor: z.boolean(),
});
export type SsoRules = z.infer<typeof ssoRules>;

export const orgDomain = z.object({
  id,
  name: z.string(),
  claimedAt: instant,
  verifiedAt: instant.nullable(),
  /** Proved domains are looked up every day; gone for a week they are proved no more. */
  lookedAt: instant.nullable(),
  missingSince: instant.nullable(),
  record: z.object({ name: z.string(), value: z.string() }),
});
export type OrgDomain = z.infer<typeof orgDomain>;

export const samlCertificate = z.object({
  subject: z.string(),
  /** SHA-256 of it, in pairs. */
  fingerprint: z.string(),
  validTo: instant,
  pem: z.string(),
});
export type SamlCertificate = z.infer<typeof samlCertificate>;

export const ssoPage = z.object({
  domains: z.array(orgDomain),
  /** What the issuer is to send people back to. */
  redirectUri: z.string(),
  /** What an identity provider is told that speaks SAML. */
  serviceProvider: z.object({ entityId: z.string(), acs: z.string() }),
  issuer: z
    .object({
      protocol: ssoProtocol,
      issuer: z.string(),
      clientId: z.string().nullable(),
      ssoUrl: z.string().nullable(),
      certificates: z.array(samlCertificate),
      unasked: z.boolean(),
      savedAt: instant,
      lastUsedAt: instant.nullable(),
    })
    .nullable(),
  rules: ssoRules,
});
export type SsoPage = z.infer<typeof ssoPage>;
