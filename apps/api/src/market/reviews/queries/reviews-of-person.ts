import type { reviewViews } from '@wire/reviews';
import { id, instant } from '@wire/primitives';
import * as z from 'zod';
import { Database } from '@kernel/database';
import { keysAfter, pageOf } from '@kernel/paging';
import { Query, QueryBus, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { ProfileOf } from '../../../people/profiles';
import { columns, shown, type Row } from './review-rows';

type ReviewViews = z.infer<typeof reviewViews>;

/** What was published about a person, newest first. */
export class ReviewsOfPerson extends Query<ReviewViews> {
  constructor(
    readonly slug: string,
    readonly page: { readonly after?: string | undefined; readonly limit: number },
  ) {
    super();
  }
}

@QueryHandler(ReviewsOfPerson)
export class ReviewsOfPersonHandler implements IQueryHandler<ReviewsOfPerson> {
  constructor(
    private readonly database: Database,
    private readonly queries: QueryBus,
  ) {}

  async execute({ slug, page: { after, limit } }: ReviewsOfPerson): Promise<ReviewViews> {
    const { id: subject } = await this.queries.execute(new ProfileOf(slug));
    const [published, last] = keysAfter(after, z.tuple([instant, id])) ?? [null, null];
    const rows = await this.database.query<Row & { publishedAt: Date }>(
      `select ${columns} from reviews where subject_id = $1 and published_at is not null
          and ($2::timestamptz is null or (published_at, id) < ($2, $3::uuid))
        order by published_at desc, id desc limit $4`,
      [subject, published, last, limit + 1],
      'reviews.of_person',
    );
    const { items, next } = pageOf(rows, limit, (row) => [row.publishedAt.toISOString(), row.id]);
    return { items: await shown(this.queries, items), next };
  }
}
