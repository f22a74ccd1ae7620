import { StepUp } from '../../accounts';
import { RequestContext } from '@kernel/context';
import { about, Facts } from '@kernel/facts';
import { reject } from '@kernel/reject';
import { Command, CommandHandler, QueryBus, type ICommandHandler } from '@nestjs/cqrs';
import { unlink } from '../adapters/identity-rows';
import { OwnIdentities } from '../queries/own-identities';

/** The provider opens the account no more; the last way in stays. */
export class Unlink extends Command<void> {
  constructor(readonly id: string) {
    super();
  }
}

@CommandHandler(Unlink)
export class UnlinkHandler implements ICommandHandler<Unlink> {
  constructor(
    private readonly facts: Facts,
    private readonly stepUp: StepUp,
    private readonly queries: QueryBus,
    private readonly context: RequestContext,
  ) {}

  async execute({ id: identityId }: Unlink): Promise<void> {
    this.stepUp.require('security');
    const { id: accountId } = this.context.actor;
    const { items, otherWaysIn } = await this.queries.execute(new OwnIdentities());
    if (!items.some(({ id }) => id === identityId)) reject('identities.not_found');
    await this.facts.commit(async (_, sql) => {
      await sql.query(`select pg_advisory_xact_lock(hashtextextended('identities ' || $1, 0))`, [
        accountId,
      ]);
      const provider = await unlink(sql, accountId, identityId);
      const left = await sql.query('select 1 from identities where account_id = $1', [accountId]);
      if (left.length === 0 && !otherWaysIn) reject('identities.last_way_in');
      const fact = { accountId, identityId, provider };
      return { told: [about('account', accountId, 'IdentityUnlinked', fact)] };
    });
  }
}
