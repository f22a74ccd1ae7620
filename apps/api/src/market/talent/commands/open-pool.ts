import { Clock } from '@kernel/clock';
import { RequestContext } from '@kernel/context';
import { about, Facts } from '@kernel/facts';
import { reject } from '@kernel/reject';
import { abilityFor } from '@wire/permissions';
import type { NewPool } from '@wire/talent';
import { Command, CommandHandler, QueryBus, type ICommandHandler } from '@nestjs/cqrs';
import { randomUUIDv7 } from 'node:crypto';
import { HasWorkspace } from '../../../people/organisations';
import { may } from '../adapters/pool-rows';
import { openable, reachOf } from '../domain/pool';

/** Providers are kept under a new name, for oneself or for an organisation. */
export class OpenPool extends Command<{ id: string }> {
  constructor(readonly input: NewPool) {
    super();
  }
}

@CommandHandler(OpenPool)
export class OpenPoolHandler implements ICommandHandler<OpenPool> {
  constructor(
    private readonly facts: Facts,
    private readonly context: RequestContext,
    private readonly clock: Clock,
    private readonly queries: QueryBus,
  ) {}

  async execute({ input }: OpenPool): Promise<{ id: string }> {
    const { actor } = this.context;
    const reach = reachOf(actor.id, input);
    const { ownerId, organisationId, workspaceId, sharing } = reach;
    // Of an organisation that is somebody else's nothing is said, not even that it is there.
    if (!may(abilityFor(actor), 'create', reach)) reject('organisations.not_found');
    if (organisationId !== null && workspaceId !== null)
      await this.queries.execute(new HasWorkspace(organisationId, workspaceId));
    const poolId = randomUUIDv7();
    return this.facts.commit<{ id: string }>(async (_, sql) => {
      const owner = organisationId ?? ownerId;
      // Two who open the last pool follow each other.
      await sql.query(`select pg_advisory_xact_lock(hashtextextended('pools ' || $1, 0))`, [owner]);
      const [row] = await sql.query<{ count: number }>(
        `select count(*)::int as count from talent_pools
          where owner_id = $1 or organisation_id = $1`,
        [owner],
      );
      openable(row?.count ?? 0);
      await sql.query(
        `insert into talent_pools (id, name, owner_id, organisation_id, workspace_id, sharing, opened_at)
          values ($1, $2, $3, $4, $5, $6, $7)`,
        [poolId, input.name, ownerId, organisationId, workspaceId, sharing, this.clock.now()],
      );
      const fact = { poolId, organisationId, by: actor.id };
      return { told: [about('pool', poolId, 'PoolOpened', fact)], answer: { id: poolId } };
    });
  }
}
