export { every, guildhall, type Access, type Guildhall } from './client.ts';
export { Problem, type ProblemBody } from './problem.ts';
export { heard, WebhookVerificationError, type Heard } from './webhooks.ts';
export type { paths } from './api.generated.ts';
