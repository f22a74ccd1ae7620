import type { FindJobs as Filter, JobResult, JobResults } from '@wire/search';
import type { Currency } from '@money';
import { Clock } from '@kernel/clock';
import { Database } from '@kernel/database';
import { pageOf } from '@kernel/paging';
import { Remembered } from '@kernel/remembered';
import { Query, QueryBus, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { NamesOf } from '../../../people/profiles';
import { jobSearch, lastOf, listed, type Ask } from './job-search';
import { correct, phraseOf, splitWords } from './spelling';

/** Open jobs by words and filters, with how many there are and why each is where it is. */
export class FindJobs extends Query<JobResults> {
  constructor(readonly filter: Filter) {
    super();
  }
}

interface Item {
  readonly id: string;
  readonly title: string;
  readonly excerpt: string;
  readonly category: JobResult['category'];
  readonly skills: string[];
  readonly budget: string;
  readonly currency: Currency;
  readonly proposals: number;
  readonly published_at: string;
  readonly client_id: string;
  readonly rating: number | null;
  readonly text_part: number;
  readonly skills_part: number;
  readonly recency_part: number;
  readonly client_part: number;
  readonly score: number;
}

interface Found {
  readonly total: number;
  readonly category: { value: string; count: number }[];
  readonly skills: { value: string; count: number }[];
  readonly items: Item[];
}

@QueryHandler(FindJobs)
export class FindJobsHandler implements IQueryHandler<FindJobs> {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly queries: QueryBus,
    private readonly remembered: Remembered,
  ) {}

  execute({ filter }: FindJobs): Promise<JobResults> {
    return this.remembered.answer(JSON.stringify(filter), () => this.find(filter));
  }

  private async find(filter: Filter): Promise<JobResults> {
    const asOf = lastOf(filter)?.[0] ?? this.clock.now().toISOString();
    const { found, corrected } = await this.match(filter, asOf);
    const { items, next } = pageOf(found.items, filter.limit, (item) => [
      asOf,
      keyOf(item, filter),
      item.id,
    ]);
    const people = await this.queries.execute(
      new NamesOf(new Set(items.map((item) => item.client_id))),
    );
    return {
      items: items.map((item) => shown(item, people.get(item.client_id))),
      next,
      total: found.total,
      facets: { category: found.category, skills: found.skills },
      corrected,
    };
  }

  /** As typed; else with the spelling corrected; else any of the words. */
  private async match(
    filter: Filter,
    asOf: string,
  ): Promise<{ found: Found; corrected: string | null }> {
    const typed = splitWords(filter.q ?? '');
    const wanted = [...typed, ...listed(filter.skills)];
    const ask: Ask = { filter, words: phraseOf(filter.q), wanted, asOf };
    const found = await this.ask(ask);
    if (found.total > 0 || typed.length === 0) return { found, corrected: null };
    const words = await correct(this.database, typed);
    const corrected = words.join(' ') === typed.join(' ') ? null : words.join(' ');
    if (corrected !== null) {
      const better = await this.ask({ ...ask, words: corrected, wanted: words });
      if (better.total > 0) return { found: better, corrected };
    }
    return {
      found: await this.ask({ ...ask, words: words.join(' or '), wanted: words }),
      corrected,
    };
  }

  private async ask(ask: Ask): Promise<Found> {
    const { text, values } = jobSearch(ask);
    const [found] = await this.database.query<Found>(text, values);
    return found ?? { total: 0, category: [], skills: [], items: [] };
  }
}

function keyOf(item: Item, { sort }: Filter): string | number {
  if (sort === 'newest') return new Date(item.published_at).toISOString();
  return sort === 'budget' ? Number(item.budget) : item.score;
}

function shown(
  item: Item,
  client: { name: string; country: string | null } | undefined,
): JobResult {
  const { budget, currency, rating } = item;
  return {
    id: item.id,
    title: item.title,
    excerpt: item.excerpt,
    category: item.category,
    skills: item.skills,
    budget: { amountMinor: budget, currency },
    proposals: item.proposals,
    publishedAt: new Date(item.published_at).toISOString(),
    client: {
      name: client?.name ?? '—',
      country: client?.country ?? null,
      rating: rating === null ? null : Math.round(rating * 10) / 10,
    },
    why: whyOf(item),
  };
}

/** Shares of the score in whole hundredths, highest first; what had no part is left out. */
function whyOf(item: Item): JobResult['why'] {
  const parts = [
    { factor: 'text' as const, part: item.text_part },
    { factor: 'skills' as const, part: item.skills_part },
    { factor: 'recency' as const, part: item.recency_part },
    { factor: 'client' as const, part: item.client_part },
  ];
  const whole = parts.reduce((sofar, { part }) => sofar + part, 0) || 1;
  return parts
    .map(({ factor, part }) => ({ factor, share: Math.round((part / whole) * 100) / 100 }))
    .filter(({ share }) => share > 0)
    .sort((a, b) => b.share - a.share);
}
