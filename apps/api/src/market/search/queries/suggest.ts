import { categories } from '@wire/jobs';
import type { suggestions } from '@wire/search';
import type * as z from 'zod';
import { Database } from '@kernel/database';
import { Remembered } from '@kernel/remembered';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { splitWords } from './spelling';

type Suggestions = z.infer<typeof suggestions>;

/** What somebody may be about to type. */
export class Suggest extends Query<Suggestions> {
  constructor(readonly typed: string) {
    super();
  }
}

const most = 6;

// Skills that begin so, else those that look like it; jobs with all the words, the last unfinished.
const suggested = `
with begun as (select term, uses from search_terms
    where skill and term like $1 order by uses desc, term limit ${most}),
  alike as (select term, uses from search_terms
    where skill and term % $2 and not exists (select from begun)
    order by similarity(term, $2) desc, uses desc limit ${most})
select array(select term from begun union all select term from alike) as skills,
  (select coalesce(json_agg(j), '[]') from (select id, title from search_jobs
    where words @@ to_tsquery('english', $3) order by published_at desc limit ${most}) j) as jobs`;

@QueryHandler(Suggest)
export class SuggestHandler implements IQueryHandler<Suggest> {
  constructor(
    private readonly database: Database,
    private readonly remembered: Remembered,
  ) {}

  execute({ typed }: Suggest): Promise<Suggestions> {
    const words = splitWords(typed);
    return this.remembered.answer(`suggest ${words.join(' ')}`, () => this.suggest(words));
  }

  private async suggest(words: readonly string[]): Promise<Suggestions> {
    const last = words.at(-1);
    if (last === undefined) return { skills: [], categories: [], jobs: [] };
    const begun = categories.filter((category) => category.startsWith(last));
    const unfinished = words.map((word) => `'${word}':*`).join(' & ');
    const [row] = await this.database.query<Pick<Suggestions, 'skills' | 'jobs'>>(
      suggested,
      [`${last}%`, last, unfinished],
      'search.suggest',
    );
    return { skills: row?.skills ?? [], categories: begun, jobs: row?.jobs ?? [] };
  }
}
