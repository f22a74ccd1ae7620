import { RequestContext } from '@kernel/context';
import { Database } from '@kernel/database';
import { reject } from '@kernel/reject';
import type { OwnProfile } from '@wire/profiles';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { completenessOf } from './completeness';

/** The actor's own profile with what it lacks; empty before the first change. */
export class MyProfile extends Query<OwnProfile> {}

@QueryHandler(MyProfile)
export class MyProfileHandler implements IQueryHandler<MyProfile> {
  constructor(
    private readonly database: Database,
    private readonly context: RequestContext,
  ) {}

  async execute(): Promise<OwnProfile> {
    const [row] = await this.database.query<Omit<OwnProfile, 'completeness'>>(
      `select n.slug, n.name, coalesce(p.headline, '') as headline, coalesce(p.about, '') as about,
          coalesce(p.skills, '{}') as skills, coalesce(p.languages, '{}') as languages,
          case when p.hourly_rate is not null then
            jsonb_build_object('amountMinor', p.hourly_rate::text, 'currency', p.currency) end as "hourlyRate",
          p.avatar_file_id as "avatarFileId"
        from people n left join profiles p on p.account_id = n.id where n.id = $1`,
      [this.context.actor.id],
      'profiles.mine',
    );
    if (!row) return reject('profiles.not_found');
    return { ...row, completeness: completenessOf(row) };
  }
}
