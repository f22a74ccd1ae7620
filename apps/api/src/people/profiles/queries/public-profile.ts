import { Database } from '@kernel/database';
import { reject } from '@kernel/reject';
import type { PublicProfile } from '@wire/profiles';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';

/** What everybody may see of a person, with the figures of their work. Rejects profiles.not_found. */
export class ProfileOf extends Query<PublicProfile> {
  constructor(readonly slug: string) {
    super();
  }
}

type Row = Omit<PublicProfile, 'memberSince' | 'rating'> & { memberSince: Date; stars: string };

@QueryHandler(ProfileOf)
export class ProfileOfHandler implements IQueryHandler<ProfileOf> {
  constructor(private readonly database: Database) {}

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
          coalesce(f.completed_contracts, 0) as "completedContracts"
        from members n left join profiles p on p.account_id = n.id
          left join profile_figures f on f.account_id = n.id
        where n.slug = $1`,
      [slug],
      'profiles.public',
    );
    if (!row) return reject('profiles.not_found');
    const { stars, ...shown } = row;
    const rating = row.reviews > 0 ? Math.round((10 * Number(stars)) / row.reviews) / 10 : null;
    return { ...shown, rating, memberSince: row.memberSince.toISOString() };
  }
}
