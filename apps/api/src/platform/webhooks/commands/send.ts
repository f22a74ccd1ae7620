import type { Sql } from '@eventstore/record';
import { derivedId } from '@kernel/derived-id';
import type { Jobs } from '@kernel/jobs';
import type { WebhookEvent } from '@wire/webhooks';

export interface Sending {
  /** The same words lead to the same delivery: what is said again is sent once. */
  readonly because: string;
  readonly endpointId: string;
  readonly accountId: string;
  readonly type: string;
  readonly at: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** One thing to tell, to those whom it concerns. */
export interface Told {
  readonly type: WebhookEvent;
  readonly to: readonly string[];
  readonly data: Readonly<Record<string, unknown>>;
}

/** Notes a delivery and the job that makes it, in the caller's transaction. */
export async function send(sql: Sql, jobs: Jobs, sending: Sending): Promise<string> {
  const { because, endpointId, accountId, type, at, data } = sending;
  const id = derivedId('webhook', because, endpointId);
  const payload = JSON.stringify({ type, timestamp: at, data });
  const added = await sql.query(
    `insert into webhook_deliveries (id, endpoint_id, account_id, type, payload, created_at)
      values ($1, $2, $3, $4, $5, $6) on conflict do nothing returning id`,
    [id, endpointId, accountId, type, payload, at],
  );
  if (added.length > 0) await jobs.add(sql, 'webhooks', 'deliver', { id }, { id });
  return id;
}
