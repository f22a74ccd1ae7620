import { Database } from '@kernel/database';
import type { Person } from '@wire/primitives';
import type { Money } from '@money';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { avatarUrl } from './avatar-url';

/** A person as a card shows them: name, face, what they can do and how they are rated. */
export interface Card extends Person {
  readonly roles: string[];
  readonly headline: string;
  readonly skills: string[];
  readonly languages: string[];
  readonly hourlyRate: Money | null;
  readonly rating: number | null;
  readonly reviews: number;
  readonly completedContracts: number;
}

/** Cards by account id. Every id asked for is in the answer; unknown ones are nameless. */
export class CardsOf extends Query<Map<string, Card>> {
  constructor(readonly ids: Iterable<string>) {
    super();
  }
}

type Row = Omit<Card, 'avatarUrl' | 'hourlyRate' | 'rating'> & {
  readonly avatar: string | null;
  readonly rate: string | null;
  readonly currency: Money['currency'] | null;
  readonly stars: string;
};

@QueryHandler(CardsOf)
export class CardsOfHandler implements IQueryHandler<CardsOf> {
  constructor(private readonly database: Database) {}

  async execute({ ids }: CardsOf): Promise<Map<string, Card>> {
    const rows = await this.database.query<Row>(
      `select asked.id, coalesce(a.name, '—') as name, coalesce(a.slug, '') as slug, a.country,
          a.time_zone as "timeZone", coalesce(a.roles, '{}') as roles,
          coalesce(p.headline, '') as headline, coalesce(p.skills, '{}') as skills,
          coalesce(p.languages, '{}') as languages, p.hourly_rate as rate, p.currency,
          p.avatar_file_id as avatar, coalesce(f.stars, 0) as stars, coalesce(f.reviews, 0) as reviews,
          coalesce(f.completed_contracts, 0) as "completedContracts"
        from unnest($1::uuid[]) as asked(id) left join accounts a on a.id = asked.id
          left join profiles p on p.account_id = a.id
          left join profile_figures f on f.account_id = a.id`,
      [[...new Set(ids)]],
      'profiles.cards',
    );
    return new Map(rows.map((row) => [row.id, cardOf(row)]));
  }
}

function cardOf({ avatar, rate, currency, stars, ...row }: Row): Card {
  return {
    ...row,
    avatarUrl: avatarUrl(avatar),
    hourlyRate: rate !== null && currency !== null ? { amountMinor: rate, currency } : null,
    rating: row.reviews > 0 ? Math.round((Number(stars) / row.reviews) * 100) / 100 : null,
  };
}
