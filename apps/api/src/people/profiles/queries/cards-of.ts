import { RequestContext } from '@kernel/context';
import { Database } from '@kernel/database';
import type { Money } from '@money';
import type { Role } from '@wire/permissions';
import type { Person } from '@wire/primitives';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { shownTo, type Guarded } from '../domain/visibility';
import { onlookerAt } from './profile-privacy';

/** A person with what is needed to judge who suits a job. */
export interface Card extends Person {
  readonly roles: Role[];
  readonly headline: string;
  readonly skills: string[];
  readonly languages: string[];
  readonly hourlyRate: Money | null;
  readonly rating: number | null;
  readonly reviews: number;
  readonly completedContracts: number;
}

/** Skills, languages and figures of accounts. Every id asked for is in the answer, like in NamesOf. */
export class CardsOf extends Query<Map<string, Card>> {
  constructor(readonly ids: Iterable<string>) {
    super();
  }
}

@QueryHandler(CardsOf)
export class CardsOfHandler implements IQueryHandler<CardsOf> {
  constructor(
    private readonly database: Database,
    private readonly context: RequestContext,
  ) {}

  async execute({ ids }: CardsOf): Promise<Map<string, Card>> {
    const wanted = [...new Set(ids)];
    if (wanted.length === 0) return new Map();
    const rows = await this.database.query<Card & { guarded: Guarded }>(
      `select i.id, coalesce(n.name, '—') as name, coalesce(n.slug, '') as slug, n.country,
          n.time_zone as "timeZone", '/api/files/' || p.avatar_file_id || '/content' as "avatarUrl",
          coalesce(n.roles, '{}') as roles, coalesce(p.headline, '') as headline,
          coalesce(p.skills, '{}') as skills, coalesce(p.languages, '{}') as languages,
          case when p.hourly_rate is not null then json_build_object('amountMinor', p.hourly_rate::text,
            'currency', p.currency) end as "hourlyRate",
          coalesce(f.reviews, 0) as reviews,
          round(f.stars::numeric / nullif(f.reviews, 0), 1)::float as rating,
          coalesce(f.completed_contracts, 0) as "completedContracts",
          coalesce(v.fields, '{}') as guarded
        from unnest($1::uuid[]) i (id) left join members n on n.id = i.id
          left join profiles p on p.account_id = i.id left join profile_figures f on f.account_id = i.id
          left join profile_privacy v on v.account_id = i.id`,
      [wanted],
      'profiles.cards',
    );
    const shown = ({ guarded, ...card }: Card & { guarded: Guarded }): Card =>
      shownTo(onlookerAt(card.id, this.context), guarded, card);
    return new Map(rows.map((row) => [row.id, shown(row)]));
  }
}
