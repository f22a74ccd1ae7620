import { StepUp } from '../../accounts';
import type { Sql } from '@eventstore/record';
import { RequestContext } from '@kernel/context';
import { about, Facts } from '@kernel/facts';
import { reject } from '@kernel/reject';
import type { ApiKeySecret, NewApiKey } from '@wire/api-keys';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { randomUUIDv7 } from 'node:crypto';
import { KeyMint } from '../adapters/key-mint';
import { keepKey } from '../adapters/key-rows';

const mostKeys = 20;
const dayMs = 86_400_000;

/** A program may act for the actor. The key is shown now and never again. */
export class CreateKey extends Command<ApiKeySecret> {
  constructor(readonly input: NewApiKey) {
    super();
  }
}

@CommandHandler(CreateKey)
export class CreateKeyHandler implements ICommandHandler<CreateKey> {
  constructor(
    private readonly facts: Facts,
    private readonly context: RequestContext,
    private readonly stepUp: StepUp,
    private readonly mint: KeyMint,
  ) {}

  async execute({ input: { days, ...input } }: CreateKey): Promise<ApiKeySecret> {
    this.stepUp.require('api_key');
    const { id: accountId } = this.context.actor;
    const { serviceId, scopes } = input;
    const id = randomUUIDv7();
    const key = this.mint.strike();
    const expiresAt = days === null ? null : new Date(Date.now() + days * dayMs);
    await this.facts.commit(async (_, sql) => {
      await sql.query(`select pg_advisory_xact_lock(hashtextextended('api keys ' || $1, 0))`, [
        accountId,
      ]);
      await leaveRoom(sql, accountId);
      if (serviceId !== null) await isOpen(sql, serviceId, accountId);
      await keepKey(sql, key, { ...input, id, accountId, expiresAt });
      const fact = { keyId: id, accountId, serviceId, scopes };
      return { told: [about('apikey', id, 'ApiKeyCreated', fact)] };
    });
    return { id, key };
  }
}

async function leaveRoom(sql: Sql, accountId: string): Promise<void> {
  const known = await sql.query(
    `select 1 from api_keys where account_id = $1 and revoked_at is null
      and (expires_at is null or expires_at > now())`,
    [accountId],
  );
  if (known.length >= mostKeys) reject('api_keys.too_many', { most: mostKeys });
}

async function isOpen(sql: Sql, serviceId: string, ownerId: string): Promise<void> {
  const [row] = await sql.query(
    'select 1 from service_accounts where id = $1 and owner_id = $2 and closed_at is null for share',
    [serviceId, ownerId],
  );
  if (!row) reject('api_keys.not_found');
}
