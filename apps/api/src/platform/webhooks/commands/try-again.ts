import { Clock } from '@kernel/clock';
import { RequestContext } from '@kernel/context';
import { Database } from '@kernel/database';
import { Jobs } from '@kernel/jobs';
import { reject } from '@kernel/reject';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { randomUUIDv7 } from 'node:crypto';
import { endpointOf } from '../adapters/endpoint-rows';
import { send } from './send';

/** Sends `ping`, so that the owner sees that it arrives. */
export class SendTest extends Command<{ id: string }> {
  constructor(readonly endpointId: string) {
    super();
  }
}

/** Tries an endpoint again that was left alone. */
export class EnableEndpoint extends Command<void> {
  constructor(readonly endpointId: string) {
    super();
  }
}

/** Sends what was sent before once more, under the same id: the receiver knows whether it has it. */
export class ReplayDelivery extends Command<void> {
  constructor(
    readonly id: string,
    /** Whoever replays it; staff replays for everybody. */
    readonly by: 'owner' | 'staff',
  ) {
    super();
  }
}

@CommandHandler(SendTest)
export class SendTestHandler implements ICommandHandler<SendTest> {
  constructor(
    private readonly database: Database,
    private readonly context: RequestContext,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
  ) {}

  async execute({ endpointId }: SendTest): Promise<{ id: string }> {
    const accountId = this.context.actor.id;
    const at = this.clock.now().toISOString();
    const id = await this.database.transaction(async (sql) => {
      await endpointOf(sql, endpointId, accountId);
      const ping = { type: 'ping', at, data: { endpointId } };
      return send(sql, this.jobs, { because: randomUUIDv7(), endpointId, accountId, ...ping });
    });
    return { id };
  }
}

@CommandHandler(EnableEndpoint)
export class EnableEndpointHandler implements ICommandHandler<EnableEndpoint> {
  constructor(
    private readonly database: Database,
    private readonly context: RequestContext,
  ) {}

  async execute({ endpointId }: EnableEndpoint): Promise<void> {
    await endpointOf(this.database, endpointId, this.context.actor.id);
    await this.database.query(
      `update webhook_endpoints set disabled_for = null, disabled_at = null, failing_since = null
        where id = $1`,
      [endpointId],
    );
  }
}

@CommandHandler(ReplayDelivery)
export class ReplayDeliveryHandler implements ICommandHandler<ReplayDelivery> {
  constructor(
    private readonly database: Database,
    private readonly context: RequestContext,
    private readonly jobs: Jobs,
  ) {}

  async execute({ id, by }: ReplayDelivery): Promise<void> {
    await this.database.transaction(async (sql) => {
      const [row] = await sql.query<{ disabled: boolean }>(
        `update webhook_deliveries d set state = 'waiting', problem = null
          from webhook_endpoints e where e.id = d.endpoint_id and d.id = $1
            and ($2 or d.account_id::text = $3) and d.state <> 'waiting'
          returning e.disabled_at is not null as disabled`,
        [id, by === 'staff', this.context.actor.id],
      );
      if (!row) return reject('webhooks.not_found');
      if (row.disabled) reject('webhooks.disabled');
      await this.jobs.add(sql, 'webhooks', 'deliver', { id }, { id: `${id}-${randomUUIDv7()}` });
    });
  }
}
