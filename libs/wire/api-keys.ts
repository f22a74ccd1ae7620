import * as z from 'zod';
import { id, instant, line, listOf, page, person } from './primitives';
import { scopeNames } from './permissions';
import { cidr } from './surface';

/*
 * GET    /api/api-keys                 → apiKeys of the caller, those of service accounts too
 * POST   /api/api-keys                 newApiKey → apiKeySecret, shown once; needs the step-up `api_key`
 * POST   /api/api-keys/:id/rotate      rotateApiKey → apiKeySecret; the old one goes on for a while
 * DELETE /api/api-keys/:id             → 204
 * GET    /api/api-keys/services        → serviceAccounts
 * POST   /api/api-keys/services        newService → created
 * DELETE /api/api-keys/services/:id    → 204, with all of its keys
 * GET    /api/admin/api-keys           findApiKeys → adminApiKeys
 * DELETE /api/admin/api-keys/:id       → 204
 *
 * A key is sent as `authorization: Bearer gh_live_…`. It acts for its owner, within its scopes.
 */
export const scope = z.enum(scopeNames as [(typeof scopeNames)[number], ...typeof scopeNames]);

/** How long a key lives, in days; null for as long as nobody revokes it. */
export const keyLives = [30, 90, 365] as const;

export const newApiKey = z.strictObject({
  name: line(60),
  scopes: z
    .array(scope)
    .min(1)
    .max(scopeNames.length)
    .transform((names) => [...new Set(names)]),
  /** Only from these networks; from anywhere where there is none. */
  networks: z.array(cidr).max(10).default([]),
  days: z.int().min(1).max(365).nullable(),
  serviceId: id.nullable().default(null),
});
export type NewApiKey = z.infer<typeof newApiKey>;

export const rotateApiKey = z.strictObject({
  /** For so many hours both keys are good. */
  overlapHours: z.int().min(0).max(168).default(24),
});
export type RotateApiKey = z.infer<typeof rotateApiKey>;

/** The whole key; nobody can show it a second time. */
export const apiKeySecret = z.object({ id, key: z.string() });
export type ApiKeySecret = z.infer<typeof apiKeySecret>;

export const keyState = z.enum(['active', 'expired', 'revoked']);
export type KeyState = z.infer<typeof keyState>;
export const apiKey = z.object({
  id,
  name: z.string(),
  /** The first signs, to tell one from another. */
  beginning: z.string(),
  scopes: z.array(z.string()),
  networks: z.array(z.string()),
  service: z.object({ id, name: z.string() }).nullable(),
  state: keyState,
  createdAt: instant,
  expiresAt: instant.nullable(),
  lastUsedAt: instant.nullable(),
  lastAddress: z.string().nullable(),
  /** It was replaced, and goes on until it expires. */
  rotated: z.boolean(),
});
export type ApiKey = z.infer<typeof apiKey>;
export const apiKeys = z.object({ items: z.array(apiKey) });

export const newService = z.strictObject({ name: line(60) });
export const serviceAccount = z.object({
  id,
  name: z.string(),
  createdAt: instant,
  keys: z.number(),
});
export type ServiceAccount = z.infer<typeof serviceAccount>;
export const serviceAccounts = z.object({ items: z.array(serviceAccount) });

export const findApiKeys = z.strictObject({
  state: keyState.optional(),
  owner: id.optional(),
  ...page,
});
export type FindApiKeys = z.infer<typeof findApiKeys>;
export const adminApiKey = apiKey.omit({ lastAddress: true }).extend({
  owner: person.pick({ id: true, name: true }),
});
export type AdminApiKey = z.infer<typeof adminApiKey>;
export const adminApiKeys = listOf(adminApiKey);
