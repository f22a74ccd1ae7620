import * as z from 'zod';
import { agreedVersions } from './consents';
import { country, email, id, instant, line, listOf, locale, page, timeZone } from './primitives';
import { assertion, proof, proofMethods } from './factors';
import { roles } from './permissions';
import { masked, sensitive } from './sensitive';

/*
 * POST   /api/accounts                       registerAccount → accepted (202; same answer for a known address)
 * POST   /api/accounts/verify-email          verifyEmail → loggedIn
 * POST   /api/accounts/verify-email/resend   {email} → accepted
 * POST   /api/accounts/login                 logIn → loggedIn (gh_access and gh_refresh, or gh_ticket)
 * GET    /api/accounts/login/factor          → factorAsked, for the ticket of the cookie
 * POST   /api/accounts/login/factor          proof → viewer (signs in)
 * POST   /api/accounts/login/factor/sms      → accepted, code by SMS
 * POST   /api/accounts/login/factor/passkey  → ceremony
 * POST   /api/accounts/login/passkey/options → ceremony;  POST /api/accounts/login/passkey → viewer
 * POST   /api/accounts/login/link            {email} → accepted, a link by mail
 * POST   /api/accounts/login/link/redeem     {token} → loggedIn
 * POST   /api/accounts/password/forgot       {email} → accepted, a link by mail
 * POST   /api/accounts/password/reset        {token, password} → accepted; ends every session
 * POST   /api/accounts/password              changePassword → viewer; ends every other session
 * POST   /api/accounts/email                 {email} → accepted, code to the new address
 * POST   /api/accounts/email/verify          {code} → viewer
 * POST   /api/accounts/refresh               → viewer (rotates; reuse logs out the family)
 * POST   /api/accounts/logout                → 204
 * GET    /api/accounts/me                    → viewer
 * PATCH  /api/accounts/me                    changeAccount → viewer
 * POST   /api/accounts/phone                 {phone} → accepted, code by SMS
 * POST   /api/accounts/phone/verify          {code} → viewer
 * POST   /api/accounts/step-up               {purpose} → stepUpAsked; a code leaves where no factor is
 * POST   /api/accounts/step-up/verify        {purpose, code} or {purpose, proof} → stepUp; as `x-step-up`
 * GET    /api/accounts/sessions              → listOf(session);  DELETE …/sessions/:id → 204
 * DELETE /api/accounts/sessions              → 204: every session but this one
 * GET    /api/admin/accounts?q=&role=        → listOf(accountRow);  GET /api/admin/accounts/:id → accountDetail
 * POST   /api/admin/accounts/:id/suspend     {reason, note} → 204;  …/reinstate {note} → 204
 * DELETE /api/admin/accounts/:id/sessions    → 204
 */
export const password = z.string().min(8, 'accounts.password_short').max(200);

export const registerAccount = z.strictObject({
  email,
  password,
  name: line(80),
  roles: z
    .array(z.enum(['client', 'provider']))
    .min(1)
    .max(2),
  country,
  timeZone,
  locale,
  /** The versions of the texts that the page showed; without them those of the moment. */
  agreed: agreedVersions.optional(),
});
export type RegisterAccount = z.infer<typeof registerAccount>;

export const verifyEmail = z.union([
  z.strictObject({ token: line(200) }),
  z.strictObject({ email, code: z.string().regex(/^\d{6}$/) }),
]);
export const resendVerification = z.strictObject({ email });
export const logIn = z.strictObject({ email, password: z.string().min(1).max(200) });

export const changeAccount = z.strictObject({
  name: line(80).optional(),
  locale: locale.optional(),
  timeZone: timeZone.optional(),
  activeRole: z.enum(['client', 'provider']).optional(),
  roles: z
    .array(z.enum(['client', 'provider']))
    .min(1)
    .optional(),
});

export const phone = z.strictObject({ phone: z.string().regex(/^\+[1-9]\d{6,14}$/) });
export const code = z.strictObject({ code: z.string().regex(/^\d{6}$/) });
export const stepUpPurposes = z.enum([
  'release',
  'payout',
  'bank',
  'export',
  'security',
  'api_key',
  'delete_account',
]);
export type StepUpPurpose = z.infer<typeof stepUpPurposes>;
export const askStepUp = z.strictObject({ purpose: stepUpPurposes });
/** By which of them one may show that it is oneself, the strongest first. */
export const stepUpAsked = z.object({ accepted: z.literal(true), methods: z.array(proofMethods) });
export type StepUpAsked = z.infer<typeof stepUpAsked>;
/** `code` is the app's where there is one, and the one that was sent where there is none. */
export const verifyStepUp = z.union([
  z.strictObject({ purpose: stepUpPurposes, code: code.shape.code }),
  z.strictObject({ purpose: stepUpPurposes, proof }),
]);
export type VerifyStepUp = z.infer<typeof verifyStepUp>;
export const stepUp = z.object({ token: z.string(), expiresAt: instant });

/** Who is signed in, as the apps need it. `tier` T0 mail only, T1 mail and phone. */
export const viewer = z.object({
  id,
  name: z.string(),
  slug: z.string(),
  email: z.string(),
  emailVerified: z.boolean(),
  phone: z.string().nullable(),
  phoneVerified: z.boolean(),
  tier: z.enum(['T0', 'T1']),
  roles: z.array(z.enum(roles)),
  activeRole: z.enum(['client', 'provider']).nullable(),
  country: z.string(),
  locale,
  timeZone: z.string(),
  avatarUrl: z.string().nullable(),
  /** Staff, in a session that has seen no second factor: nothing is open but to set one up. */
  factorMissing: z.boolean().optional(),
  /** Somebody of staff looks with this person's eyes. */
  watchedBy: id.optional(),
});
export type Viewer = z.infer<typeof viewer>;

/** The password was right, and more is asked; the ticket is in a cookie. */
export const factorAsked = z.object({
  next: z.literal('factor'),
  methods: z.array(proofMethods),
  /** The last digits of the phone that a code would go to. */
  phone: z.string().nullable(),
});
export type FactorAsked = z.infer<typeof factorAsked>;
export const loggedIn = z.union([factorAsked, viewer]);
export type LoggedIn = z.infer<typeof loggedIn>;

export const byAddress = z.strictObject({ email });
export const byLink = z.strictObject({ token: line(200) });
export const byPasskey = z.strictObject({ ceremonyId: id, response: assertion });
export type ByPasskey = z.infer<typeof byPasskey>;
export const resetPassword = z.strictObject({ token: line(200), password });
export const changePassword = z.strictObject({
  current: z.string().min(1).max(200),
  password,
});

/** Where an address is, as far as that is known; `network` is the installation's own. */
export const place = z.object({
  network: z.boolean(),
  city: z.string().nullable(),
  country: z.string().nullable(),
});
export type Place = z.infer<typeof place>;
export const session = z.object({
  id,
  device: z.string(),
  /** Where it was opened from; null for those from before this was kept. */
  address: z.string().nullable(),
  /** Null where no city database is there, or it does not know. */
  place: place.nullable(),
  lastSeenAt: instant,
  createdAt: instant,
  current: z.boolean(),
});
export const sessions = listOf(session);

export const findAccounts = z.strictObject({
  q: z.string().max(100).optional(),
  role: z.enum(roles).optional(),
  ...page,
});
export const accountRow = z.object({
  id,
  name: z.string(),
  email: z.string().register(sensitive, { subject: 'Account', field: 'email', as: 'email' }),
  roles: z.array(z.enum(roles)),
  country: z.string(),
  emailVerified: z.boolean(),
  createdAt: instant,
  masked,
});
export const accountRows = listOf(accountRow);
export const suspensionReasons = z.enum(['abuse', 'fraud', 'security', 'legal']);
export const suspendAccount = z.strictObject({ reason: suspensionReasons, note: line(1_000) });
export type SuspendAccount = z.infer<typeof suspendAccount>;
export const reinstateAccount = z.strictObject({ note: line(1_000) });
export const suspension = z.object({
  reason: suspensionReasons,
  note: z.string(),
  at: instant,
  by: z.object({ id, name: z.string() }),
});
export type AccountSuspension = z.infer<typeof suspension>;
export const accountDetail = accountRow.extend({
  suspension: suspension.nullable(),
  phone: z
    .string()
    .nullable()
    .register(sensitive, { subject: 'Account', field: 'phone', as: 'phone' }),
  locale,
  timeZone: z.string(),
  slug: z.string(),
  sessions: z.array(
    session.omit({ place: true }).extend({
      address: z
        .string()
        .nullable()
        .register(sensitive, { subject: 'Session', field: 'address', as: 'address' }),
      masked,
    }),
  ),
  contracts: z.number(),
  jobs: z.number(),
});
