import type { RestrictWallet as Input } from '@wire/holds';
import { Clock } from '@kernel/clock';
import { RequestContext } from '@kernel/context';
import { about, Facts } from '@kernel/facts';
import { reject } from '@kernel/reject';
import { SubjectKeys } from '@kernel/subject-keys';
import { Command, CommandHandler, QueryBus, type ICommandHandler } from '@nestjs/cqrs';
import { ReadersOf } from '../../../people/accounts';

/** Compliance lets nothing leave a wallet: no payout, no refund. One person is enough. */
export class RestrictWallet extends Command<void> {
  constructor(
    readonly accountId: string,
    readonly input: Input,
  ) {
    super();
  }
}

/** Nobody in person: the house itself, when a name is too much like a listed one. */
const house = '00000000-0000-0000-0000-000000000000';

@CommandHandler(RestrictWallet)
export class RestrictWalletHandler implements ICommandHandler<RestrictWallet> {
  constructor(
    private readonly facts: Facts,
    private readonly context: RequestContext,
    private readonly clock: Clock,
    private readonly queries: QueryBus,
    private readonly keys: SubjectKeys,
  ) {}

  async execute({ accountId, input: { reason, note } }: RestrictWallet): Promise<void> {
    const { actor } = this.context;
    const by = actor.type === 'system' ? house : actor.id;
    const people = await this.queries.execute(new ReadersOf([accountId]));
    if (!people.has(accountId)) reject('accounts.not_found');
    const sealed = await this.keys.seal(accountId, note);
    await this.facts.commit(async (_, sql) => {
      const rows = await sql.query(
        `insert into wallet_restrictions (account_id, reason, note, restricted_by, at)
          values ($1, $2, $3, $4, $5) on conflict do nothing returning 1`,
        [accountId, reason, sealed, by, this.clock.now().toISOString()],
      );
      if (rows.length === 0) reject('wallet.already_restricted');
      const fact = { accountId, reason, by };
      return { told: [about('restriction', accountId, 'WalletRestricted', fact)] };
    });
  }
}
