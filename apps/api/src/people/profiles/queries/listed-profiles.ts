import { Database } from '@kernel/database';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';

export interface ListedProfile {
  readonly slug: string;
}

/** Providers whose page search engines may list, the newest first: whoever opted out is not in it. */
export class ListedProfiles extends Query<ListedProfile[]> {
  constructor(readonly most: number) {
    super();
  }
}

@QueryHandler(ListedProfiles)
export class ListedProfilesHandler implements IQueryHandler<ListedProfiles> {
  constructor(private readonly database: Database) {}

  execute({ most }: ListedProfiles): Promise<ListedProfile[]> {
    return this.database.query<ListedProfile>(
      `select n.slug from members n join profiles p on p.account_id = n.id
          left join profile_privacy v on v.account_id = n.id
        where 'provider' = any(n.roles) and coalesce(v.search_engines, true)
          and p.headline <> ''
        order by n.created_at desc, n.id desc limit $1`,
      [most],
      'profiles.listed',
    );
  }
}
