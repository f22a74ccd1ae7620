import type { talentResults, findTalent } from '@wire/search';
import { id } from '@wire/primitives';
import * as z from 'zod';
import { Database } from '@kernel/database';
import { keysAfter, pageOf } from '@kernel/paging';
import { Query, QueryBus, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { CardsOf } from '../../../people/profiles';
import { listed } from './job-search';
import { correct, phraseOf, splitWords } from './spelling';

type Filter = z.infer<typeof findTalent>;
type TalentResults = z.infer<typeof talentResults>;

/** Providers by words and skills, the best fitting and best rated first. */
export class FindTalent extends Query<TalentResults> {
  constructor(readonly filter: Filter) {
    super();
  }
}

interface Found {
  readonly total: number;
  readonly skills: { value: string; count: number }[];
  readonly items: { id: string; score: number }[];
}

// Of more than 2,000 matches those who changed their profile last are ranked.
const found = `
with text_matches as materialized (
    select account_id, skills, words from search_talent
    where $1::text is null or words @@ websearch_to_tsquery('english', $1)
    order by seen_at desc, account_id desc limit 2000),
  main as (select * from text_matches where cardinality($2::text[]) = 0 or skills && $2::text[]),
  scored as (select m.account_id as id, round((
      coalesce(ts_rank(m.words, websearch_to_tsquery('english', $1), 32), 0)
      + (select count(*) from unnest(m.skills) s where s = any($2::text[])) * 0.2
      + coalesce(f.stars::float8 / nullif(f.reviews, 0) / 5, 0.5) * 0.3)::numeric, 6)::float8 as score
    from main m left join search_figures f on f.account_id = m.account_id)
select (select count(*)::int from main) as total,
  (select coalesce(json_agg(f), '[]') from (select unnest(skills) as value, count(*)::int as count
    from text_matches group by 1 order by 2 desc, 1 limit 20) f) as skills,
  (select coalesce(json_agg(p), '[]') from (select * from scored
    where $3::float8 is null or (score, id) < ($3, $4::uuid)
    order by score desc, id desc limit $5) p) as items`;

@QueryHandler(FindTalent)
export class FindTalentHandler implements IQueryHandler<FindTalent> {
  constructor(
    private readonly database: Database,
    private readonly queries: QueryBus,
  ) {}

  async execute({ filter }: FindTalent): Promise<TalentResults> {
    const { total, skills, items } = await this.match(filter);
    const page = pageOf(items, filter.limit, (item) => [item.score, item.id]);
    const cards = await this.queries.execute(new CardsOf(page.items.map((item) => item.id)));
    return {
      items: page.items.flatMap((item) => cards.get(item.id) ?? []),
      next: page.next,
      total,
      facets: { skills },
    };
  }

  private async match({ q, skills, after, limit }: Filter): Promise<Found> {
    const [score, last] = keysAfter(after, z.tuple([z.number(), id])) ?? [null, null];
    const ask = async (words: string | null): Promise<Found> => {
      const values = [words, listed(skills), score, last, limit + 1];
      const [row] = await this.database.query<Found>(found, values, 'search.talent');
      return row ?? { total: 0, skills: [], items: [] };
    };
    const typed = splitWords(q ?? '');
    const first = await ask(phraseOf(q));
    if (first.total > 0 || typed.length === 0) return first;
    return ask((await correct(this.database, typed)).join(' or '));
  }
}
