import type { Sql } from '@eventstore/record';
import type { WebhookEndpoint } from '@wire/webhooks';
import { reject } from '@kernel/reject';

export interface EndpointRow {
  readonly id: string;
  readonly account_id: string;
  readonly url: string;
  readonly description: string;
  readonly events: string[];
  readonly secret: string;
  readonly former_secret: string | null;
  readonly former_until: Date | null;
  readonly created_at: Date;
  readonly failing_since: Date | null;
  readonly disabled_for: WebhookEndpoint['disabledFor'];
  readonly disabled_at: Date | null;
}

/** Rejects webhooks.not_found when it is somebody else's, too. */
export async function endpointOf(sql: Sql, id: string, ownerId: string): Promise<EndpointRow> {
  const [row] = await sql.query<EndpointRow>(
    'select * from webhook_endpoints where id = $1 and account_id::text = $2',
    [id, ownerId],
  );
  return row ?? reject('webhooks.not_found');
}

/** An endpoint without its secrets. */
export const viewOf = (row: EndpointRow): WebhookEndpoint => ({
  id: row.id,
  url: row.url,
  description: row.description,
  events: row.events,
  createdAt: row.created_at.toISOString(),
  disabledFor: row.disabled_for,
  disabledAt: row.disabled_at?.toISOString() ?? null,
  failingSince: row.failing_since?.toISOString() ?? null,
  rotatingUntil: row.former_until?.toISOString() ?? null,
});
