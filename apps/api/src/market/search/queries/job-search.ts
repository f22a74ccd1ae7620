import type { FindJobs } from '@wire/search';
import { id, instant } from '@wire/primitives';
import * as z from 'zod';
import { keysAfter } from '@kernel/paging';

/** A statement with its values; the next value's place is what `add` answers. */
class Statement {
  readonly values: unknown[] = [];

  add(value: unknown): string {
    return `$${String(this.values.push(value))}`;
  }
}

export interface Ask {
  readonly filter: FindJobs;
  /** In the syntax of websearch_to_tsquery; null without words. */
  readonly words: string | null;
  /** What the skills of a job are compared to. */
  readonly wanted: readonly string[];
  /** Ages are counted from here, the same on every page of one search. */
  readonly asOf: string;
}

const candidates = 2_000;
const weights = { text: 0.55, skills: 0.2, recency: 0.15, client: 0.1 };

const orders = {
  relevance: { key: 'score', of: z.tuple([instant, z.number(), id]), type: 'float8' },
  newest: { key: 'published_at', of: z.tuple([instant, instant, id]), type: 'timestamptz' },
  budget: { key: 'budget', of: z.tuple([instant, z.number(), id]), type: 'bigint' },
} as const;

export const listed = (filter: string | undefined): string[] =>
  (filter ?? '').split(',').flatMap((value) => value.trim().toLowerCase() || []);

/** `[asOf, key, id]` of the last result, null on the first page. */
export const lastOf = ({ sort, after }: FindJobs) => keysAfter(after, orders[sort].of);

/**
 * One statement for the whole answer: the page, the total and both facets. Only the newest 2,000
 * matches are ranked. A facet counts what would match if it chose nothing, so that its own choices
 * widen the result (OR) and those of others narrow it (AND).
 */
export function jobSearch(ask: Ask): { text: string; values: unknown[] } {
  const statement = new Statement();
  const categories = listed(ask.filter.category);
  const skills = listed(ask.filter.skills);
  const always = conditionsOf(ask, statement);
  const inCategory =
    categories.length > 0 ? [`category = any(${statement.add(categories)}::text[])`] : [];
  const withSkill = skills.length > 0 ? [`skills && ${statement.add(skills)}::text[]`] : [];
  const text = `
with main as materialized (${matching(always, inCategory, withSkill)})
  ${inCategory.length > 0 ? `, by_category as materialized (${matching(always, withSkill)})` : ''}
  ${withSkill.length > 0 ? `, by_skill as materialized (${matching(always, inCategory)})` : ''},
scored as (${scored(ask, statement)}),
page as (${page(ask, statement)})
select (select count(*)::int from main) as total,
  ${facet(inCategory.length > 0 ? 'by_category' : 'main', 'category')} as category,
  ${facet(withSkill.length > 0 ? 'by_skill' : 'main', 'skills')} as skills,
  (select coalesce(json_agg(page), '[]') from page) as items`;
  return { text, values: statement.values };
}

function conditionsOf({ filter, words }: Ask, statement: Statement): string[] {
  const { budgetMin, budgetMax } = filter;
  return [
    ...(words === null
      ? []
      : [`words @@ websearch_to_tsquery('english', ${statement.add(words)})`]),
    ...(budgetMin === undefined ? [] : [`budget >= ${statement.add(budgetMin)}`]),
    ...(budgetMax === undefined ? [] : [`budget <= ${statement.add(budgetMax)}`]),
  ];
}

function matching(...groups: readonly string[][]): string {
  const conditions = groups.flat();
  return `select * from search_jobs ${conditions.length > 0 ? `where ${conditions.join(' and ')}` : ''}
    order by published_at desc, id desc limit ${candidates}`;
}

/** Each part lies between 0 and 1; what nobody asked for has no part. */
function scored({ words, wanted, asOf }: Ask, statement: Statement): string {
  const text = words
    ? `ts_rank(m.words, websearch_to_tsquery('english', ${statement.add(words)}), 32)`
    : '0';
  const skills =
    wanted.length > 0
      ? `(select count(*) from unnest(m.skills) s where s = any(${statement.add(wanted)}::text[]))
          / ${String(wanted.length)}.0`
      : '0';
  const age = `extract(epoch from ${statement.add(asOf)}::timestamptz - m.published_at) / 86400`;
  return `select p.*, round((p.text_part + p.skills_part + p.recency_part + p.client_part)::numeric, 6)::float8
      as score
    from (select m.*, f.stars::float8 / nullif(f.reviews, 0) as rating,
        ${weights.text} * ${text} as text_part, ${weights.skills} * ${skills} as skills_part,
        ${weights.recency} * exp(-greatest(${age}, 0) / 30) as recency_part,
        ${weights.client} * coalesce(f.stars::float8 / nullif(f.reviews, 0) / 5, 0.5) as client_part
      from main m left join search_figures f on f.account_id = m.client_id) p`;
}

function page({ filter }: Ask, statement: Statement): string {
  const { key, type } = orders[filter.sort];
  const last = lastOf(filter);
  const after = last
    ? `where (s.${key}, s.id) < (${statement.add(last[1])}::${type}, ${statement.add(last[2])}::uuid)`
    : '';
  // The sort key is qualified: bare, it would be the text that the page shows.
  return `select id, title, excerpt, category, skills, budget::text, currency, proposals,
      published_at, client_id, rating, text_part, skills_part, recency_part, client_part, score
    from scored s ${after} order by s.${key} desc, s.id desc limit ${String(filter.limit + 1)}`;
}

function facet(from: string, column: 'category' | 'skills'): string {
  const value = column === 'skills' ? 'unnest(skills)' : 'category';
  return `(select coalesce(json_agg(f), '[]') from (select ${value} as value, count(*)::int as count
    from ${from} group by 1 order by 2 desc, 1 limit 20) f)`;
}
