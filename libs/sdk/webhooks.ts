import { Webhook } from 'standardwebhooks';

export { WebhookVerificationError } from 'standardwebhooks';

/** What a webhook brings: what happened, when, and the ids to ask for more. */
export interface Heard {
  readonly type: string;
  readonly timestamp: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/**
 * A delivery whose signature is right and which is not older than five minutes; anything else throws
 * WebhookVerificationError. `body` is the text as it came, before anybody parsed it. While a secret is
 * being changed a delivery is signed with both: either is good.
 */
export function heard(
  secret: string,
  headers: Readonly<Record<string, string>>,
  body: string,
): Heard {
  return new Webhook(secret).verify(body, headers) as Heard;
}
