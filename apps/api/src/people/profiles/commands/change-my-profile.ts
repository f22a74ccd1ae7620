import { Clock } from '@kernel/clock';
import { RequestContext } from '@kernel/context';
import { about, Facts } from '@kernel/facts';
import type { ChangeProfile, OwnProfile } from '@wire/profiles';
import { Command, CommandBus, CommandHandler, QueryBus, type ICommandHandler } from '@nestjs/cqrs';
import { GrantFiles } from '../../../platform/files';
import { Profile } from '../adapters/profile';
import { MyProfile } from '../queries/my-profile';

/** Changes what the actor shows of themselves. A face becomes readable to everybody. */
export class ChangeMyProfile extends Command<OwnProfile> {
  constructor(readonly input: ChangeProfile) {
    super();
  }
}

@CommandHandler(ChangeMyProfile)
export class ChangeMyProfileHandler implements ICommandHandler<ChangeMyProfile> {
  constructor(
    private readonly facts: Facts,
    private readonly clock: Clock,
    private readonly context: RequestContext,
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  async execute({ input }: ChangeMyProfile): Promise<OwnProfile> {
    const { id: accountId } = this.context.actor;
    await this.facts.commit(async (em, sql) => {
      const known = await em.findOne(Profile, accountId);
      const profile = known ?? em.create(Profile, { accountId, updatedAt: this.clock.now() });
      const face = input.avatarFileId;
      if (face && face !== profile.avatarFileId)
        await this.commands.execute(new GrantFiles([face], 'public', sql));
      profile.change(input, this.clock.now());
      em.persist(profile);
      return { told: [about('profile', accountId, 'ProfileChanged', { accountId })] };
    });
    return this.queries.execute(new MyProfile());
  }
}
