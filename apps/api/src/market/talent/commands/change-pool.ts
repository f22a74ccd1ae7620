import { RequestContext } from '@kernel/context';
import { about, Facts } from '@kernel/facts';
import { reject } from '@kernel/reject';
import { abilityFor } from '@wire/permissions';
import type { ChangePool as Change } from '@wire/talent';
import { Command, CommandHandler, QueryBus, type ICommandHandler } from '@nestjs/cqrs';
import { HasWorkspace } from '../../../people/organisations';
import { may, poolFor } from '../adapters/pool-rows';
import { reachOf } from '../domain/pool';

/** Another name, or others who see it; whose it is stays. */
export class ChangePool extends Command<void> {
  constructor(
    readonly poolId: string,
    readonly to: Change,
  ) {
    super();
  }
}

/** The pool is no more. Nobody in it notices. */
export class ClosePool extends Command<void> {
  constructor(readonly poolId: string) {
    super();
  }
}

@CommandHandler(ChangePool)
export class ChangePoolHandler implements ICommandHandler<ChangePool> {
  constructor(
    private readonly facts: Facts,
    private readonly context: RequestContext,
    private readonly queries: QueryBus,
  ) {}

  async execute({ poolId, to: { name, workspaceId } }: ChangePool): Promise<void> {
    const { actor } = this.context;
    const ability = abilityFor(actor);
    await this.facts.commit(async (_, sql) => {
      const { organisationId } = await poolFor(sql, [ability, 'update'], poolId);
      const reach = reachOf(actor.id, { organisationId, workspaceId });
      if (organisationId !== null && workspaceId !== null)
        await this.queries.execute(new HasWorkspace(organisationId, workspaceId));
      if (!may(ability, 'update', reach)) reject('talent.not_yours');
      await sql.query(
        'update talent_pools set name = $2, workspace_id = $3, sharing = $4 where id = $1',
        [poolId, name, reach.workspaceId, reach.sharing],
      );
      const fact = { poolId, organisationId, by: actor.id };
      return { told: [about('pool', poolId, 'PoolChanged', fact)] };
    });
  }
}

@CommandHandler(ClosePool)
export class ClosePoolHandler implements ICommandHandler<ClosePool> {
  constructor(
    private readonly facts: Facts,
    private readonly context: RequestContext,
  ) {}

  execute({ poolId }: ClosePool): Promise<void> {
    const { actor } = this.context;
    return this.facts.commit(async (_, sql) => {
      const { organisationId } = await poolFor(sql, [abilityFor(actor), 'update'], poolId);
      await sql.query('delete from talent_pools where id = $1', [poolId]);
      const fact = { poolId, organisationId, by: actor.id };
      return { told: [about('pool', poolId, 'PoolClosed', fact)] };
    });
  }
}
