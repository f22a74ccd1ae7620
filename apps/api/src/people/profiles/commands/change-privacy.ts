import { Clock } from '@kernel/clock';
import { RequestContext } from '@kernel/context';
import { about, Facts } from '@kernel/facts';
import type { ProfilePrivacy } from '@wire/profiles';
import { Command, CommandHandler, QueryBus, type ICommandHandler } from '@nestjs/cqrs';
import { MyProfilePrivacy } from '../queries/profile-privacy';

/** The actor decides who sees what of their profile. */
export class ChangeProfilePrivacy extends Command<ProfilePrivacy> {
  constructor(readonly input: ProfilePrivacy) {
    super();
  }
}

@CommandHandler(ChangeProfilePrivacy)
export class ChangeProfilePrivacyHandler implements ICommandHandler<ChangeProfilePrivacy> {
  constructor(
    private readonly facts: Facts,
    private readonly clock: Clock,
    private readonly context: RequestContext,
    private readonly queries: QueryBus,
  ) {}

  async execute({ input }: ChangeProfilePrivacy): Promise<ProfilePrivacy> {
    const { id: accountId } = this.context.actor;
    const kept = Object.entries(input.parts).filter(([, audience]) => audience !== 'public');
    const fields = JSON.stringify(Object.fromEntries(kept));
    await this.facts.commit(async (_, sql) => {
      await sql.query(
        `insert into profile_privacy (account_id, fields, search_engines, changed_at)
          values ($1, $2::jsonb, $3, $4)
          on conflict (account_id) do update set fields = excluded.fields,
            search_engines = excluded.search_engines, changed_at = excluded.changed_at`,
        [accountId, fields, input.searchEngines, this.clock.now().toISOString()],
      );
      return { told: [about('profile', accountId, 'ProfileChanged', { accountId })] };
    });
    return this.queries.execute(new MyProfilePrivacy());
  }
}
