import { id } from '@wire/primitives';
import { disabledFor } from '@wire/webhooks';
import type { EventsOf } from '@kernel/events';
import * as z from 'zod';

const endpoint = { endpointId: id, ownerId: id };

export const webhookFacts = {
  WebhookEndpointAdded: z
    .object({ ...endpoint, events: z.array(z.string()) })
    .describe('A member wants to be told of these events; the address is a row.'),
  WebhookSecretRotated: z
    .object(endpoint)
    .describe('An endpoint has a new secret; the former one signs for a day more.'),
  WebhookEndpointRemoved: z.object(endpoint).describe('A member wants to be told no more.'),
  WebhookEndpointDisabled: z
    .object({ ...endpoint, reason: disabledFor })
    .describe('Nothing arrived for days, or the endpoint said that it is gone.'),
};

export type WebhookFact = EventsOf<typeof webhookFacts>;
