import { Clock } from '@kernel/clock';
import { RequestContext } from '@kernel/context';
import { about, Facts } from '@kernel/facts';
import { abilityFor } from '@wire/permissions';
import type { KeepProvider as Words } from '@wire/talent';
import { Command, CommandHandler, QueryBus, type ICommandHandler } from '@nestjs/cqrs';
import { CardsOf } from '../../../people/profiles';
import { countOthers, poolFor } from '../adapters/pool-rows';
import { hasRoom, keepable } from '../domain/pool';

/** A provider is put into a pool, or noted anew there. Taking back a removal is the same. */
export class KeepProvider extends Command<void> {
  constructor(
    readonly poolId: string,
    readonly providerId: string,
    readonly words: Words,
  ) {
    super();
  }
}

/** The provider is out of the pool; note and tags go. Said again it changes nothing. */
export class DropProvider extends Command<void> {
  constructor(
    readonly poolId: string,
    readonly providerId: string,
  ) {
    super();
  }
}

@CommandHandler(KeepProvider)
export class KeepProviderHandler implements ICommandHandler<KeepProvider> {
  constructor(
    private readonly facts: Facts,
    private readonly context: RequestContext,
    private readonly clock: Clock,
    private readonly queries: QueryBus,
  ) {}

  async execute({ poolId, providerId, words: { note, tags } }: KeepProvider): Promise<void> {
    const { actor } = this.context;
    const cards = await this.queries.execute(new CardsOf([providerId]));
    const isProvider = cards.get(providerId)?.roles.includes('provider') ?? false;
    await this.facts.commit(async (_, sql) => {
      const { organisationId } = await poolFor(sql, [abilityFor(actor), 'update'], poolId);
      keepable(actor.id, { id: providerId, isProvider });
      hasRoom(await countOthers(sql, poolId, providerId));
      await sql.query(
        `insert into talent_pool_entries (pool_id, provider_id, note, tags, noted_by, added_at)
          values ($1, $2, $3, $4, $5, $6)
          on conflict (pool_id, provider_id) do update
          set note = excluded.note, tags = excluded.tags, noted_by = excluded.noted_by`,
        [poolId, providerId, note, [...new Set(tags)], actor.id, this.clock.now()],
      );
      const fact = { poolId, organisationId, providerId, by: actor.id };
      return { told: [about('pool', poolId, 'ProviderKept', fact)] };
    });
  }
}

@CommandHandler(DropProvider)
export class DropProviderHandler implements ICommandHandler<DropProvider> {
  constructor(
    private readonly facts: Facts,
    private readonly context: RequestContext,
  ) {}

  execute({ poolId, providerId }: DropProvider): Promise<void> {
    const { actor } = this.context;
    return this.facts.commit(async (_, sql) => {
      const { organisationId } = await poolFor(sql, [abilityFor(actor), 'update'], poolId);
      const gone = await sql.query(
        `delete from talent_pool_entries where pool_id = $1 and provider_id = $2
          returning provider_id`,
        [poolId, providerId],
      );
      if (gone.length === 0) return { told: [] };
      const fact = { poolId, organisationId, providerId, by: actor.id };
      return { told: [about('pool', poolId, 'ProviderDropped', fact)] };
    });
  }
}
