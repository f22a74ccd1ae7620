import { RequestContext } from '@kernel/context';
import { about, Facts } from '@kernel/facts';
import { KeyRing } from '@kernel/key-ring';
import { reject } from '@kernel/reject';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { randomUUIDv7 } from 'node:crypto';

const mostServices = 10;

/** A program of the actor's that is named in the record for itself. */
export class OpenService extends Command<{ id: string }> {
  constructor(readonly name: string) {
    super();
  }
}

/** The program is no more, and none of its keys opens anything. */
export class CloseService extends Command<void> {
  constructor(readonly id: string) {
    super();
  }
}

@CommandHandler(OpenService)
export class OpenServiceHandler implements ICommandHandler<OpenService> {
  constructor(
    private readonly facts: Facts,
    private readonly context: RequestContext,
  ) {}

  async execute({ name }: OpenService): Promise<{ id: string }> {
    const { id: ownerId } = this.context.actor;
    const id = randomUUIDv7();
    await this.facts.commit(async (_, sql) => {
      const rows = await sql.query(
        `insert into service_accounts (id, owner_id, name, created_at)
          select $1, $2, $3, now() where
            (select count(*) from service_accounts where owner_id = $2 and closed_at is null) < $4
          returning 1`,
        [id, ownerId, name, mostServices],
      );
      if (rows.length === 0) reject('api_keys.too_many', { most: mostServices });
      return { told: [about('service', id, 'ServiceAccountOpened', { serviceId: id, ownerId })] };
    });
    return { id };
  }
}

@CommandHandler(CloseService)
export class CloseServiceHandler implements ICommandHandler<CloseService> {
  constructor(
    private readonly facts: Facts,
    private readonly context: RequestContext,
    private readonly ring: KeyRing,
  ) {}

  async execute({ id }: CloseService): Promise<void> {
    const { id: ownerId } = this.context.actor;
    const hashes = await this.facts.commit<Buffer[]>(async (_, sql) => {
      const closed = await sql.query(
        `update service_accounts set closed_at = now()
          where id = $1 and owner_id = $2 and closed_at is null returning 1`,
        [id, ownerId],
      );
      if (closed.length === 0) reject('api_keys.not_found');
      const revoked = await sql.query<{ id: string; hash: Buffer }>(
        `update api_keys set revoked_at = now(), revoked_by = 'owner'
          where service_id = $1 and revoked_at is null returning id, hash`,
        [id],
      );
      const gone = revoked.map(({ id: keyId }) =>
        about('apikey', keyId, 'ApiKeyRevoked', { keyId, accountId: ownerId, by: 'owner' }),
      );
      const closing = about('service', id, 'ServiceAccountClosed', { serviceId: id, ownerId });
      return { told: [closing, ...gone], answer: revoked.map(({ hash }) => hash) };
    });
    this.ring.changed(hashes);
  }
}
