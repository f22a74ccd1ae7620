import type { EndpointSecret } from '@wire/webhooks';
import { Clock } from '@kernel/clock';
import { RequestContext } from '@kernel/context';
import { about, Facts } from '@kernel/facts';
import { SubjectKeys } from '@kernel/subject-keys';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { randomBytes } from 'node:crypto';
import { endpointOf } from '../adapters/endpoint-rows';
import { overlapHours } from '../domain/failing';
import { secretBytes, secretOf } from '../domain/signing';

/** A new secret, shown once. The former one signs, too, until the receiver had time to change. */
export class RotateSecret extends Command<EndpointSecret> {
  constructor(readonly id: string) {
    super();
  }
}

@CommandHandler(RotateSecret)
export class RotateSecretHandler implements ICommandHandler<RotateSecret> {
  constructor(
    private readonly facts: Facts,
    private readonly context: RequestContext,
    private readonly clock: Clock,
    private readonly keys: SubjectKeys,
  ) {}

  async execute({ id }: RotateSecret): Promise<EndpointSecret> {
    const ownerId = this.context.actor.id;
    const secret = secretOf(randomBytes(secretBytes));
    const sealed = await this.keys.seal(ownerId, secret);
    const until = new Date(this.clock.now().getTime() + overlapHours * 3_600_000);
    await this.facts.commit(async (_, sql) => {
      await endpointOf(sql, id, ownerId);
      await sql.query(
        `update webhook_endpoints set former_secret = secret, former_until = $3, secret = $2
          where id = $1`,
        [id, sealed, until.toISOString()],
      );
      return { told: [about('webhook', id, 'WebhookSecretRotated', { endpointId: id, ownerId })] };
    });
    return { id, secret };
  }
}
