import type { ChangeEndpoint as Changes, EndpointSecret, NewEndpoint } from '@wire/webhooks';
import { Clock } from '@kernel/clock';
import { RequestContext } from '@kernel/context';
import { about, Facts } from '@kernel/facts';
import { Outgoing, OutgoingRefused } from '@kernel/outgoing';
import { reject } from '@kernel/reject';
import { SubjectKeys } from '@kernel/subject-keys';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { randomBytes, randomUUIDv7 } from 'node:crypto';
import { endpointOf } from '../adapters/endpoint-rows';
import { secretBytes, secretOf } from '../domain/signing';

const mostEndpoints = 10;

/** A member wants to be told. The secret is shown now and never again. */
export class AddEndpoint extends Command<EndpointSecret> {
  constructor(readonly input: NewEndpoint) {
    super();
  }
}

/** Another address, description or choice of events. */
export class ChangeEndpoint extends Command<void> {
  constructor(
    readonly id: string,
    readonly changes: Changes,
  ) {
    super();
  }
}

/** Told no more: deliveries that wait go with it. */
export class RemoveEndpoint extends Command<void> {
  constructor(readonly id: string) {
    super();
  }
}

/** Only what leads outside: webhooks.bad_url says why it does not. */
function checkUrl(outgoing: Outgoing, url: string): void {
  try {
    outgoing.check(url);
  } catch (error) {
    if (error instanceof OutgoingRefused) reject('webhooks.bad_url', { why: error.code });
    throw error;
  }
}

@CommandHandler(AddEndpoint)
export class AddEndpointHandler implements ICommandHandler<AddEndpoint> {
  constructor(
    private readonly facts: Facts,
    private readonly context: RequestContext,
    private readonly clock: Clock,
    private readonly keys: SubjectKeys,
    private readonly outgoing: Outgoing,
  ) {}

  async execute({ input: { url, description, events } }: AddEndpoint): Promise<EndpointSecret> {
    checkUrl(this.outgoing, url);
    const ownerId = this.context.actor.id;
    const endpointId = randomUUIDv7();
    const secret = secretOf(randomBytes(secretBytes));
    const sealed = await this.keys.seal(ownerId, secret);
    await this.facts.commit(async (_, sql) => {
      await sql.query(`select pg_advisory_xact_lock(hashtextextended('webhooks ' || $1, 0))`, [
        ownerId,
      ]);
      const known = await sql.query('select 1 from webhook_endpoints where account_id = $1', [
        ownerId,
      ]);
      if (known.length >= mostEndpoints) reject('webhooks.too_many', { most: mostEndpoints });
      await sql.query(
        `insert into webhook_endpoints (id, account_id, url, description, events, secret, created_at)
          values ($1, $2, $3, $4, $5, $6, $7)`,
        [
          ...[endpointId, ownerId, url, description, [...new Set(events)], sealed],
          this.clock.now().toISOString(),
        ],
      );
      const fact = { endpointId, ownerId, events };
      return { told: [about('webhook', endpointId, 'WebhookEndpointAdded', fact)] };
    });
    return { id: endpointId, secret };
  }
}

@CommandHandler(ChangeEndpoint)
export class ChangeEndpointHandler implements ICommandHandler<ChangeEndpoint> {
  constructor(
    private readonly facts: Facts,
    private readonly context: RequestContext,
    private readonly outgoing: Outgoing,
  ) {}

  async execute({ id, changes: { url, description, events } }: ChangeEndpoint): Promise<void> {
    if (url !== undefined) checkUrl(this.outgoing, url);
    await this.facts.commit(async (_, sql) => {
      await endpointOf(sql, id, this.context.actor.id);
      await sql.query(
        `update webhook_endpoints set url = coalesce($2, url),
            description = coalesce($3, description), events = coalesce($4::text[], events)
          where id = $1`,
        [id, url ?? null, description ?? null, events ? [...new Set(events)] : null],
      );
      return { told: [] };
    });
  }
}

@CommandHandler(RemoveEndpoint)
export class RemoveEndpointHandler implements ICommandHandler<RemoveEndpoint> {
  constructor(
    private readonly facts: Facts,
    private readonly context: RequestContext,
  ) {}

  async execute({ id }: RemoveEndpoint): Promise<void> {
    const ownerId = this.context.actor.id;
    await this.facts.commit(async (_, sql) => {
      await endpointOf(sql, id, ownerId);
      await sql.query('delete from webhook_endpoints where id = $1', [id]);
      const fact = { endpointId: id, ownerId };
      return { told: [about('webhook', id, 'WebhookEndpointRemoved', fact)] };
    });
  }
}
