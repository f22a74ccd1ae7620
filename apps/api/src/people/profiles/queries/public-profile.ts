import { RequestContext } from '@kernel/context';
import { Database } from '@kernel/database';
import { reject } from '@kernel/reject';
import type { PublicProfile } from '@wire/profiles';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { shownTo, type Guarded } from '../domain/visibility';
import { onlookerAt } from './profile-privacy';

/** What everybody may see of a person, with the figures of their work. Rejects profiles.not_found. */
export class ProfileOf extends Query<PublicProfile> {
  constructor(readonly slug: string) {
    super();
  }
}

type Row = Omit<PublicProfile, 'memberSince' | 'rating'> & {
  memberSince: Date;
  stars: string;
  guarded: Guarded;
};

@QueryHandler(ProfileOf)
export class ProfileOfHandler implements IQueryHandler<ProfileOf> {
  constructor(
    private readonly database: Database,
    private readonly context: RequestContext,
  ) {}

  async execute({ slug }: ProfileOf): Promise<PublicProfile> {
    const [row] = await this.database.query<Row>(
      `select n.id, n.slug, n.name, n.country, n.time_zone as "timeZone", n.created_at as "memberSince",
          array(select r from unnest(n.roles) r where r in ('client', 'provider')) as roles,
          coalesce(p.headline, '') as headline, coalesce(p.about, '') as about,
          coalesce(p.skills, '{}') as skills, coalesce(p.languages, '{}') as languages,
          case when p.hourly_rate is not null then
            jsonb_build_object('amountMinor', p.hourly_rate::text, 'currency', p.currency) end as "hourlyRate",
          '/api/files/' || p.avatar_file_id || '/content' as "avatarUrl",
          coalesce(f.stars, 0) as stars, coalesce(f.reviews, 0) as reviews,
          coalesce(f.completed_contracts, 0) as "completedContracts",
          coalesce(v.fields, '{}') as guarded, coalesce(v.search_engines, true) as "searchEngines"
        from members n left join profiles p on p.account_id = n.id
          left join profile_figures f on f.account_id = n.id
          left join profile_privacy v on v.account_id = n.id
        where n.slug = $1`,
      [slug],
      'profiles.public',
    );
    if (!row) return reject('profiles.not_found');
    const { stars, guarded, ...whole } = row;
    const rating = row.reviews > 0 ? Math.round((10 * Number(stars)) / row.reviews) / 10 : null;
    const profile = { ...whole, rating, memberSince: row.memberSince.toISOString() };
    return shownTo(onlookerAt(row.id, this.context), guarded, profile);
  }
}
