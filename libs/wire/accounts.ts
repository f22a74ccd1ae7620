import * as z from 'zod';
import { country, email, id, instant, line, listOf, locale, page, timeZone } from './primitives';
import { roles } from './permissions';

/*
 * POST   /api/accounts                       registerAccount → accepted (202; same answer for a known address)
 * POST   /api/accounts/verify-email          verifyEmail → viewer (signs in)
 * POST   /api/accounts/verify-email/resend   {email} → accepted
 * POST   /api/accounts/login                 logIn → viewer (sets gh_access and gh_refresh)
 * POST   /api/accounts/refresh               → viewer (rotates; reuse logs out the family)
 * POST   /api/accounts/logout                → 204
 * GET    /api/accounts/me                    → viewer
 * PATCH  /api/accounts/me                    changeAccount → viewer
 * POST   /api/accounts/phone                 {phone} → accepted, code by SMS
 * POST   /api/accounts/phone/verify          {code} → viewer
 * POST   /api/accounts/step-up               {purpose} → accepted, code by SMS (mail when no phone)
 * POST   /api/accounts/step-up/verify        {purpose, code} → stepUp; sent as header `x-step-up`
 * GET    /api/accounts/sessions              → listOf(session);  DELETE /api/accounts/sessions/:id → 204
 * GET    /api/admin/accounts?q=&role=        → listOf(accountRow);  GET /api/admin/accounts/:id → accountDetail
 */

export const password = z.string().min(12, 'accounts.password_short').max(200);

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
export const stepUpPurposes = z.enum(['release', 'payout', 'bank']);
export const askStepUp = z.strictObject({ purpose: stepUpPurposes });
export const verifyStepUp = z.strictObject({ purpose: stepUpPurposes, code: code.shape.code });
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
});
export type Viewer = z.infer<typeof viewer>;

export const session = z.object({
  id,
  device: z.string(),
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
  email: z.string(),
  roles: z.array(z.enum(roles)),
  country: z.string(),
  emailVerified: z.boolean(),
  createdAt: instant,
});
export const accountRows = listOf(accountRow);
export const accountDetail = accountRow.extend({
  phone: z.string().nullable(),
  locale,
  timeZone: z.string(),
  slug: z.string(),
  sessions: z.array(session),
  contracts: z.number(),
  jobs: z.number(),
});
