import type { findPrecedents, Precedents } from '@wire/dispute-case';
import type { DisputeCategory } from '@wire/disputes';
import { id, instant } from '@wire/primitives';
import { Database } from '@kernel/database';
import { keysAfter, pageOf } from '@kernel/paging';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import * as z from 'zod';

/** Rulings that are final, newest first, without names. */
export class FindPrecedents extends Query<Precedents> {
  constructor(readonly filter: z.infer<typeof findPrecedents>) {
    super();
  }
}

interface Row {
  readonly id: string;
  readonly category: DisputeCategory;
  readonly policy_reference: string;
  readonly provider_percent: number;
  readonly summary: string;
  readonly appealed: boolean;
  readonly at: Date;
}

@QueryHandler(FindPrecedents)
export class FindPrecedentsHandler implements IQueryHandler<FindPrecedents> {
  constructor(private readonly database: Database) {}

  async execute({ filter: { category, after, limit } }: FindPrecedents): Promise<Precedents> {
    const [at, last] = keysAfter(after, z.tuple([instant, id])) ?? [null, null];
    const found = await this.database.query<Row>(
      `select * from precedents where ($1::text is null or category = $1)
          and ($2::timestamptz is null or (at, id) < ($2, $3::uuid))
        order by at desc, id desc limit $4`,
      [category ?? null, at, last, limit + 1],
    );
    const { items, next } = pageOf(found, limit, (row) => [row.at.toISOString(), row.id]);
    return {
      items: items.map((row) => ({
        ...{ id: row.id, category: row.category, summary: row.summary, appealed: row.appealed },
        at: row.at.toISOString(),
        policyReference: row.policy_reference,
        providerPercent: row.provider_percent,
      })),
      next,
    };
  }
}
