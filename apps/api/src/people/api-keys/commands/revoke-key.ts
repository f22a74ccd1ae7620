import { RequestContext } from '@kernel/context';
import { about, Facts } from '@kernel/facts';
import { KeyRing } from '@kernel/key-ring';
import { reject } from '@kernel/reject';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { keyOf } from '../adapters/key-rows';

/** The key opens nothing any more, from the next request on. Nobody has to prove who they are twice. */
export class RevokeKey extends Command<void> {
  constructor(
    readonly id: string,
    readonly by: 'owner' | 'staff',
  ) {
    super();
  }
}

@CommandHandler(RevokeKey)
export class RevokeKeyHandler implements ICommandHandler<RevokeKey> {
  constructor(
    private readonly facts: Facts,
    private readonly context: RequestContext,
    private readonly ring: KeyRing,
  ) {}

  async execute({ id, by }: RevokeKey): Promise<void> {
    const hash = await this.facts.commit<Buffer>(async (_, sql) => {
      const key = await keyOf(sql, id, by === 'owner' ? this.context.actor.id : null);
      if (key.state === 'revoked') reject('api_keys.ended');
      await sql.query('update api_keys set revoked_at = now(), revoked_by = $2 where id = $1', [
        id,
        by,
      ]);
      const fact = { keyId: id, accountId: key.account_id, by };
      return { told: [about('apikey', id, 'ApiKeyRevoked', fact)], answer: key.hash };
    });
    this.ring.changed([hash]);
  }
}
