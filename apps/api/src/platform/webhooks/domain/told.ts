import type { WebhookEvent } from '@wire/webhooks';

/** One thing to tell, to those whom it concerns. */
export interface Told {
  readonly type: WebhookEvent;
  readonly to: readonly string[];
  readonly data: Readonly<Record<string, unknown>>;
}
