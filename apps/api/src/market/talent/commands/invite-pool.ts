import { RequestContext } from '@kernel/context';
import { Database } from '@kernel/database';
import { reject } from '@kernel/reject';
import { abilityFor } from '@wire/permissions';
import type { InvitePool as Input, PoolInvited } from '@wire/talent';
import { Command, CommandBus, CommandHandler, QueryBus, type ICommandHandler } from '@nestjs/cqrs';
import { NamesOf } from '../../../people/profiles';
import { InviteProviders } from '../../jobs';
import { entriesOf, poolFor } from '../adapters/pool-rows';

/** Asks people of a pool to propose to a job; says who was not asked, and why. */
export class InvitePool extends Command<PoolInvited> {
  constructor(
    readonly poolId: string,
    readonly input: Input,
  ) {
    super();
  }
}

@CommandHandler(InvitePool)
export class InvitePoolHandler implements ICommandHandler<InvitePool> {
  constructor(
    private readonly database: Database,
    private readonly context: RequestContext,
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  async execute({ poolId, input: { jobId, providerIds } }: InvitePool): Promise<PoolInvited> {
    await poolFor(this.database, [abilityFor(this.context.actor), 'update'], poolId);
    const kept = new Set((await entriesOf(this.database, poolId)).map((one) => one.providerId));
    const here = providerIds.filter((id) => kept.has(id));
    const { invited, skipped } = await this.commands.execute(new InviteProviders(jobId, here));
    const left = providerIds
      .filter((id) => !kept.has(id))
      .map((id) => ({ id, why: 'gone' as const }));
    const all = [...skipped, ...left];
    const people = await this.queries.execute(new NamesOf(all.map(({ id }) => id)));
    return {
      invited: invited.length,
      skipped: all.map(({ id, why }) => ({
        why,
        person: people.get(id) ?? reject('profiles.not_found'),
      })),
    };
  }
}
