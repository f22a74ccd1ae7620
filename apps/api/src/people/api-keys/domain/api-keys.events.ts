import type { EventsOf } from '@kernel/events';
import { id } from '@wire/primitives';
import * as z from 'zod';

const key = { keyId: id, accountId: id };
const serviceId = id.nullable();

export const apiKeyEvents = {
  ApiKeyCreated: z
    .object({ ...key, serviceId, scopes: z.array(z.string()) })
    .describe('A program may act for the account from now on, within these scopes.'),
  ApiKeyRotated: z
    .object({ ...key, newKeyId: id, overlapHours: z.int() })
    .describe('The key was replaced; for so many hours both are good.'),
  ApiKeyRevoked: z
    .object({ ...key, by: z.enum(['owner', 'staff']) })
    .describe('The key opens nothing any more.'),
};
export type ApiKeyEvent = EventsOf<typeof apiKeyEvents>;

export const serviceEvents = {
  ServiceAccountOpened: z
    .object({ serviceId: id, ownerId: id })
    .describe('Somebody has a program that acts under an identity of its own.'),
  ServiceAccountClosed: z
    .object({ serviceId: id, ownerId: id })
    .describe('The program is no more; its keys were revoked.'),
};
export type ServiceEvent = EventsOf<typeof serviceEvents>;
