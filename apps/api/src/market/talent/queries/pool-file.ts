import { row } from '@kernel/csv';
import type { findInPool, PoolEntry } from '@wire/talent';
import { Query, QueryBus, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type * as z from 'zod';
import { PoolPage } from './pool-page';

/** A pool as a file for a spreadsheet, as it is filtered and sorted on the page. */
export class PoolFile extends Query<string> {
  constructor(
    readonly poolId: string,
    readonly filter: z.infer<typeof findInPool>,
  ) {
    super();
  }
}

const head = [
  ...['name', 'headline', 'country', 'skills', 'tags', 'note', 'contracts', 'lastContract'],
  ...['starsGiven', 'addedAt', 'profile'],
];

@QueryHandler(PoolFile)
export class PoolFileHandler implements IQueryHandler<PoolFile> {
  constructor(private readonly queries: QueryBus) {}

  async execute({ poolId, filter }: PoolFile): Promise<string> {
    const { items } = await this.queries.execute(new PoolPage(poolId, filter));
    return [head, ...items.map(cellsOf)].map((one) => row(one)).join('');
  }
}

const cellsOf = ({ provider, note, tags, addedAt, worked }: PoolEntry): string[] => [
  ...[provider.name, provider.headline, provider.country ?? '', provider.skills.join('; ')],
  ...[tags.join('; '), note, String(worked?.contracts ?? 0), worked?.lastAt ?? ''],
  ...[worked?.stars?.toFixed(1) ?? '', addedAt, `/talent/${provider.slug}`],
];
