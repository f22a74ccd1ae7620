export { webhookFacts, type WebhookFact } from './domain/webhooks.events';
