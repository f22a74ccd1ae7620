import * as z from 'zod';
import { registerAccount, viewer } from './accounts';
import { email, id, instant } from './primitives';

/*
 * GET    /api/identities/providers          → providers: the buttons there are
 * POST   /api/identities/:provider/begin    begin → away: where the browser goes (cookie gh_passage)
 * POST   /api/identities/:provider/link     begin → away; signed in, with the step-up `security`
 * POST   /api/identities/:provider/finish   providerAnswer → finished (signs in, or cookie gh_arrival)
 * POST   /api/identities/sso/begin          beginSso → away: to the issuer of the address
 * POST   /api/identities/sso/:organisationId/finish  providerAnswer → finished
 * POST   /api/identities/saml/:organisationId/acs    samlPost, by a form of another site → 303 to the page
 * GET    /api/identities/arrival            → arrival: who came back and has no home here yet
 * POST   /api/identities/arrival/join       join → joined (a new account)
 * POST   /api/identities/arrival/link       → linked; signed in since, or with the step-up `security`
 * GET    /api/identities                    → identities of the caller
 * DELETE /api/identities/:id                → 204, with the step-up `security`
 *
 * The provider sends the browser to the page /login/<provider> of the marketplace, which posts what
 * stands in its address to `finish`; the issuer of an organisation to /login/sso/<organisation>.
 */
export const providerName = z.enum(['google', 'facebook', 'linkedin']);
export type ProviderName = z.infer<typeof providerName>;
export const providers = z.object({ items: z.array(providerName) });

/** A path of ours: the parsers of browsers take `//` and `/\` for the beginning of another host. */
export const returnTo = z
  .string()
  .max(500)
  .regex(/^\/(?![/\\])[^\s\\]*$/);
export const begin = z.strictObject({ returnTo: returnTo.default('/') });
export const beginSso = z.strictObject({ email, returnTo: returnTo.default('/') });
export type BeginSso = z.infer<typeof beginSso>;
export const away = z.object({ url: z.url() });

const parameter = z.string().max(2_000);
/** What the provider put into the address, whatever it was. */
export const providerAnswer = z.strictObject({
  state: parameter.min(1),
  code: parameter.optional(),
  error: parameter.optional(),
  iss: parameter.optional(),
});
export type ProviderAnswer = z.infer<typeof providerAnswer>;

/** What a browser carries from an identity provider. Nothing of it is a place to go to. */
export const samlPost = z.object({
  SAMLResponse: z.string().min(1).max(200_000),
  RelayState: z.string().max(2_000).default(''),
});
export type SamlPost = z.infer<typeof samlPost>;

/** Stands for a log-in that began at the identity provider, where there is no state of ours. */
export const unasked = 'unasked';

export const finished = z.union([
  z.object({ next: z.literal('enter'), returnTo: z.string(), viewer }),
  /** A second factor is asked for, a home for the identity, or nothing more. */
  z.object({ next: z.enum(['factor', 'arrived', 'linked']), returnTo: z.string() }),
]);
export type Finished = z.infer<typeof finished>;

export const arrival = z.object({
  provider: z.enum([...providerName.options, 'sso']),
  /** Whose single sign-on it was, and what joining it will be. */
  organisation: z.object({ id, name: z.string() }).nullable(),
  email: z.string().nullable(),
  emailVerified: z.boolean(),
  name: z.string().nullable(),
  /** The address has an account: it may be linked by who logs in to it. */
  known: z.boolean(),
  returnTo: z.string(),
});
export type Arrival = z.infer<typeof arrival>;

export const join = registerAccount
  .omit({ password: true, email: true })
  .extend({ email: email.optional() });
export type Join = z.infer<typeof join>;
export const joined = z.union([
  z.object({ next: z.literal('enter'), returnTo: z.string(), viewer }),
  z.object({ next: z.literal('verify'), email: z.string() }),
]);
export type Joined = z.infer<typeof joined>;

export const linked = z.object({ returnTo: z.string() });

export const identity = z.object({
  id,
  provider: providerName,
  email: z.string().nullable(),
  linkedAt: instant,
  usedAt: instant.nullable(),
});
export type Identity = z.infer<typeof identity>;
export const identities = z.object({
  items: z.array(identity),
  /** Organisations whose issuer opens the account for as long as one is a member. */
  organisations: z.array(
    z.object({ id, name: z.string(), linkedAt: instant, usedAt: instant.nullable() }),
  ),
  /** Without it the last provider cannot go: there would be no way in. */
  otherWaysIn: z.boolean(),
});
export type Identities = z.infer<typeof identities>;
