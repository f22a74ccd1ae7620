import type { priceHint } from '@wire/jobs';
import { money, type Currency } from '@money';
import type * as z from 'zod';
import { Database } from '@kernel/database';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';

type Hint = z.infer<typeof priceHint>;

const enough = 5;

/** The middle half of what similar jobs cost: agreed where a contract was signed, asked elsewhere. */
export class PriceHint extends Query<Hint> {
  constructor(
    readonly category: string,
    /** Comma-separated. */
    readonly skills = '',
  ) {
    super();
  }
}

interface Row {
  readonly currency: Currency;
  readonly sample: number;
  readonly low: number;
  readonly high: number;
}

// Of a large category the newest 2,000 are asked: prices of long ago are no hint.
const similar = `
select currency, count(*)::int as sample,
    percentile_cont(0.25) within group (order by amount) as low,
    percentile_cont(0.75) within group (order by amount) as high
  from (
    select coalesce(h.currency, j.content -> 'budget' ->> 'currency') as currency,
        coalesce(h.agreed, (j.content -> 'budget' ->> 'amountMinor')::bigint) as amount
      from (select * from jobs where category = $1 and published_at is not null
        order by published_at desc limit 2000) j
      left join job_hires h on h.job_id = j.id
      where cardinality($2::text[]) = 0 or j.content -> 'skills' ?| $2::text[]) s
  group by currency order by count(*) desc, currency limit 1`;

@QueryHandler(PriceHint)
export class PriceHintHandler implements IQueryHandler<PriceHint> {
  constructor(private readonly database: Database) {}

  async execute({ category, skills }: PriceHint): Promise<Hint> {
    const wanted = skills.split(',').flatMap((skill) => skill.trim().toLowerCase() || []);
    const [row] = await this.database.query<Row>(similar, [category, wanted], 'jobs.price_hint');
    if (!row || row.sample < enough) return null;
    const { currency, sample } = row;
    return {
      low: money(Math.round(row.low), currency),
      high: money(Math.round(row.high), currency),
      sample,
    };
  }
}
