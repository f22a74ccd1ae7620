import * as z from 'zod';
import { id, instant, line, money, person, text } from './primitives';

/*
 * GET    /api/pools?organisationId=&providerId=   → pools, with `holds` for that provider
 * POST   /api/pools                               newPool → created
 * GET    /api/pools/:id?q=&tag=&sort=             → poolView
 * GET    /api/pools/:id/providers.csv             the same as a file
 * PUT    /api/pools/:id                           changePool → 204
 * DELETE /api/pools/:id                           → 204
 * PUT    /api/pools/:id/providers/:providerId     keepProvider → 204; noted anew when it is there
 * DELETE /api/pools/:id/providers/:providerId     → 204
 * POST   /api/pools/:id/invitations               invitePool → poolInvited
 */
export const sharing = z.enum(['own', 'organisation', 'workspace']);

export const findPools = z.strictObject({
  organisationId: id.optional(),
  providerId: id.optional(),
});
/** Without an organisation it is one's own; with one and no workspace all of it sees the pool. */
export const newPool = z.strictObject({
  name: line(80),
  organisationId: id.nullable().default(null),
  workspaceId: id.nullable().default(null),
});
export type NewPool = z.infer<typeof newPool>;
export const changePool = z.strictObject({ name: line(80), workspaceId: id.nullable() });
export type ChangePool = z.infer<typeof changePool>;

export const poolTag = line(30);
export const keepProvider = z.strictObject({
  note: text(1_000).default(''),
  tags: z.array(poolTag).max(10).default([]),
});
export type KeepProvider = z.infer<typeof keepProvider>;

const pool = z.object({
  id,
  name: z.string(),
  sharing,
  organisation: z.object({ id, name: z.string() }).nullable(),
  workspaceId: id.nullable(),
  entries: z.number(),
  mayChange: z.boolean(),
});
export const poolRow = pool.extend({ holds: z.boolean() });
export type PoolRow = z.infer<typeof poolRow>;
export const pools = z.object({ items: z.array(poolRow) });

export const poolSort = z.enum(['added', 'name', 'worked', 'contracts', 'stars']);
export const findInPool = z.strictObject({
  q: z.string().trim().max(100).optional(),
  tag: poolTag.optional(),
  sort: poolSort.default('added'),
});

export const poolEntry = z.object({
  provider: person.extend({
    headline: z.string(),
    skills: z.array(z.string()),
    hourlyRate: money.nullable(),
    rating: z.number().nullable(),
    reviews: z.number(),
    completedContracts: z.number(),
  }),
  note: z.string(),
  tags: z.array(z.string()),
  addedAt: instant,
  /** The contracts of whose pool it is, and the stars that were given there; null where there were none. */
  worked: z
    .object({ contracts: z.number(), lastAt: instant, stars: z.number().nullable() })
    .nullable(),
});
export type PoolEntry = z.infer<typeof poolEntry>;
export const poolView = pool.extend({
  /** All tags of the pool, also of those whom the filter leaves out. */
  tags: z.array(z.string()),
  items: z.array(poolEntry),
});
export type PoolView = z.infer<typeof poolView>;

/** So many at a time: a larger pool is asked in parts. */
export const mostAtOnce = 50;
export const invitePool = z.strictObject({
  jobId: id,
  providerIds: z.array(id).min(1).max(mostAtOnce),
});
export type InvitePool = z.infer<typeof invitePool>;
export const notInvited = z.enum([
  ...(['already_invited', 'proposed', 'suspended', 'gone', 'own', 'full'] as const),
]);
export const poolInvited = z.object({
  invited: z.number(),
  skipped: z.array(z.object({ person, why: notInvited })),
});
export type PoolInvited = z.infer<typeof poolInvited>;
