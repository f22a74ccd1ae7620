import { StepUp } from '../../accounts';
import { RequestContext } from '@kernel/context';
import { about, Facts } from '@kernel/facts';
import { KeyRing } from '@kernel/key-ring';
import { reject } from '@kernel/reject';
import type { ApiKeySecret } from '@wire/api-keys';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { randomUUIDv7 } from 'node:crypto';
import { KeyMint } from '../adapters/key-mint';
import { keepKey, keyOf, type KeyRow } from '../adapters/key-rows';

const hourMs = 3_600_000;

/** Another secret for the same program; both open until whoever runs it has changed over. */
export class RotateKey extends Command<ApiKeySecret> {
  constructor(
    readonly id: string,
    readonly overlapHours: number,
  ) {
    super();
  }
}

@CommandHandler(RotateKey)
export class RotateKeyHandler implements ICommandHandler<RotateKey> {
  constructor(
    private readonly facts: Facts,
    private readonly context: RequestContext,
    private readonly stepUp: StepUp,
    private readonly mint: KeyMint,
    private readonly ring: KeyRing,
  ) {}

  async execute({ id, overlapHours }: RotateKey): Promise<ApiKeySecret> {
    this.stepUp.require('api_key');
    const { id: accountId } = this.context.actor;
    const newKeyId = randomUUIDv7();
    const key = this.mint.strike();
    const hash = await this.facts.commit<Buffer>(async (_, sql) => {
      const old = await keyOf(sql, id, accountId);
      if (old.state !== 'active' || old.rotated_to !== null) reject('api_keys.ended');
      const { name, scopes, networks, service_id: serviceId, hash } = old;
      const expiresAt = lifeAgain(old);
      const kept = { id: newKeyId, accountId, serviceId, name, scopes, networks, expiresAt };
      await keepKey(sql, key, kept);
      await sql.query(
        `update api_keys set rotated_to = $2, expires_at = least(coalesce(expires_at, 'infinity'), $3)
          where id = $1`,
        [id, newKeyId, new Date(Date.now() + overlapHours * hourMs).toISOString()],
      );
      const created = { keyId: newKeyId, accountId, serviceId, scopes };
      const rotated = { keyId: id, accountId, newKeyId, overlapHours };
      return {
        told: [
          about('apikey', id, 'ApiKeyRotated', rotated),
          about('apikey', newKeyId, 'ApiKeyCreated', created),
        ],
        answer: hash,
      };
    });
    this.ring.changed([hash]);
    return { id: newKeyId, key };
  }
}

/** As long a life as the first one had, counted from now. Inside a transaction times are text. */
function lifeAgain({ created_at: from, expires_at: to }: KeyRow): Date | null {
  if (to === null) return null;
  return new Date(Date.now() + new Date(to).getTime() - new Date(from).getTime());
}
