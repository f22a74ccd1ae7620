import * as z from 'zod';
import { id, instant, line, listOf, money, page, person, text } from './primitives';

/*
 * GET    /api/webhooks/events                         → webhookCatalogue, for everybody
 * GET    /api/webhooks/endpoints                      → webhookEndpoints of the caller
 * POST   /api/webhooks/endpoints                      newEndpoint → endpointSecret (shown once)
 * PATCH  /api/webhooks/endpoints/:id                  changeEndpoint → webhookEndpoint
 * DELETE /api/webhooks/endpoints/:id                  → 204
 * POST   /api/webhooks/endpoints/:id/rotate           → endpointSecret; the old one signs for a day more
 * POST   /api/webhooks/endpoints/:id/enable           → 204
 * POST   /api/webhooks/endpoints/:id/test             → {id} of a delivery of `ping`
 * GET    /api/webhooks/endpoints/:id/deliveries       findDeliveries → webhookDeliveries
 * POST   /api/webhooks/deliveries/:id/replay          → 204
 * GET    /api/admin/webhooks/deliveries               findAllDeliveries → adminDeliveries
 * POST   /api/admin/webhooks/deliveries/:id/replay    → 204
 *
 * What is sent follows Standard Webhooks: POST with `webhook-id`, `webhook-timestamp` and
 * `webhook-signature` (`v1,` and HMAC-SHA256 in base64 over `id.timestamp.body`).
 */

const contract = { contractId: id };
const milestone = { ...contract, milestoneId: id };
const sum = z.object({ amount: money });

/** What the outside may be told, and the shape of it: ids, amounts and times, never words. */
export const webhookEvents = {
  'proposal.received': z.object({ proposalId: id, jobId: id, total: money }),
  'contract.offered': z.object(contract),
  'contract.signed': z.object(contract),
  'contract.completed': z.object(contract),
  'milestone.funded': z.object(milestone).extend(sum.shape),
  'milestone.submitted': z.object({ ...milestone, deliveryId: id, autoReleaseAt: instant }),
  'milestone.released': z.object({ ...milestone, gross: money, net: money }),
  'dispute.opened': z.object({ ...contract, disputeId: id }),
  'payout.paid': z.object({ payoutId: id }).extend(sum.shape),
  'payout.failed': z.object({ payoutId: id }).extend(sum.shape),
} as const satisfies Record<string, z.ZodType>;
export type WebhookEvent = keyof typeof webhookEvents;
export const webhookEvent = z.enum(Object.keys(webhookEvents) as [WebhookEvent, ...WebhookEvent[]]);

export const webhookCatalogue = z.object({
  items: z.array(z.object({ type: webhookEvent, schema: z.record(z.string(), z.unknown()) })),
});

const events = z.array(webhookEvent).min(1).max(webhookEvent.options.length);
export const newEndpoint = z.strictObject({
  url: line(2_000),
  description: text(120).default(''),
  events,
});
export type NewEndpoint = z.infer<typeof newEndpoint>;
export const changeEndpoint = newEndpoint.partial();
export type ChangeEndpoint = z.infer<typeof changeEndpoint>;

export const endpointSecret = z.object({ id, secret: z.string() });
export type EndpointSecret = z.infer<typeof endpointSecret>;

export const disabledFor = z.enum(['failing', 'gone']);
export const webhookEndpoint = z.object({
  id,
  url: z.string(),
  description: z.string(),
  events: z.array(z.string()),
  createdAt: instant,
  disabledFor: disabledFor.nullable(),
  disabledAt: instant.nullable(),
  /** Since when nothing arrived any more. */
  failingSince: instant.nullable(),
  /** Until when the former secret signs, too. */
  rotatingUntil: instant.nullable(),
});
export type WebhookEndpoint = z.infer<typeof webhookEndpoint>;
export const webhookEndpoints = z.object({ items: z.array(webhookEndpoint) });

export const deliveryState = z.enum(['waiting', 'delivered', 'failed', 'dropped']);
export const webhookDelivery = z.object({
  id,
  type: z.string(),
  state: deliveryState,
  attempts: z.number(),
  /** Status of the last answer, or why there was none. */
  status: z.number().nullable(),
  problem: z.string().nullable(),
  tookMs: z.number().nullable(),
  createdAt: instant,
  lastAt: instant.nullable(),
  payload: z.string(),
});
export type WebhookDelivery = z.infer<typeof webhookDelivery>;
export const findDeliveries = z.strictObject({ state: deliveryState.optional(), ...page });
export const webhookDeliveries = listOf(webhookDelivery);

export const adminDelivery = webhookDelivery.omit({ payload: true }).extend({
  owner: person.pick({ id: true, name: true }),
  host: z.string(),
});
export type AdminDelivery = z.infer<typeof adminDelivery>;
export const adminDeliveries = listOf(adminDelivery);
