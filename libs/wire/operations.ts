import * as z from 'zod';
import { id, instant, listOf, page } from './primitives';
import { recordedEvent } from './wallet';

/*
 * GET  /api/admin/streams/:stream              → listOf(recordedEvent)
 * GET  /api/admin/projections                  → projections
 * GET  /api/admin/queues                       → queues
 * GET  /api/admin/queues/:queue/dead           → deadLetters
 * POST /api/admin/queues/:queue/dead/:id/replay → 204
 * GET  /api/admin/projections/rebuilds       → rebuilds
 * POST /api/admin/projections/:name/rebuild  rebuildProjection → 202 {id}: built anew beside the
 *                                            old one, compared, swapped
 */

export const findStream = z.strictObject({ ...page });
export const streamEvents = listOf(recordedEvent);

export const projections = z.object({
  items: z.array(
    z.object({
      name: z.string(),
      behindEvents: z.number(),
      behindSeconds: z.number(),
      checkpoint: z.string(),
      error: z.string().nullable(),
      updatedAt: z.string(),
      /** A read model with tables of its own; what only acts on facts is never run again. */
      isRebuildable: z.boolean(),
    }),
  ),
});

export const queues = z.object({
  items: z.array(
    z.object({
      name: z.string(),
      waiting: z.number(),
      active: z.number(),
      delayed: z.number(),
      completed: z.number(),
      dead: z.number(),
    }),
  ),
});

export const deadLetters = z.object({
  items: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      attempts: z.number(),
      reason: z.string(),
      failedAt: z.string(),
      summary: z.string(),
    }),
  ),
});

/** Where old and new differ, the old one stays, unless a new version is meant to differ. */
export const rebuildProjection = z.strictObject({ evenIfDifferent: z.boolean().default(false) });
export const rebuildStarted = z.object({ id });
export const rebuilds = z.object({
  items: z.array(
    z.object({
      id,
      projection: z.string(),
      state: z.enum(['building', 'comparing', 'swapped', 'different', 'failed']),
      events: z.number(),
      total: z.number(),
      eventsPerSecond: z.number(),
      differences: z.number().nullable(),
      error: z.string().nullable(),
      startedAt: instant,
      endedAt: instant.nullable(),
    }),
  ),
});
