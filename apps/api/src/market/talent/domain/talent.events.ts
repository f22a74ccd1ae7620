import { id } from '@wire/primitives';
import * as z from 'zod';

const pool = { poolId: id, organisationId: id.nullable(), by: id };

export const poolEvents = {
  PoolOpened: z
    .object(pool)
    .describe('A client or an organisation keeps providers under a name of its own.'),
  PoolChanged: z
    .object(pool)
    .describe('A pool has another name, or others of the organisation see it.'),
  PoolClosed: z.object(pool).describe('A pool is no more; who was in it is in it no more.'),
  ProviderKept: z
    .object({ ...pool, providerId: id })
    .describe('A provider is in a pool, or is noted anew; the note stays with the pool.'),
  ProviderDropped: z.object({ ...pool, providerId: id }).describe('A provider left a pool.'),
};
