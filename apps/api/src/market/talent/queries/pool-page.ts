import { RequestContext } from '@kernel/context';
import { Database } from '@kernel/database';
import { abilityFor } from '@wire/permissions';
import type { findInPool, PoolEntry, PoolView } from '@wire/talent';
import { Query, QueryBus, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type * as z from 'zod';
import { CardsOf, type Card } from '../../../people/profiles';
import { WorkedWith, type Worked } from '../../contracts';
import { StarsGiven } from '../../reviews';
import { entriesOf, may, poolFor, type Entry } from '../adapters/pool-rows';
import type { Pool } from '../domain/pool';
import { namesOf, viewOf } from './pools';

/** Who is in a pool, with what was noted and how the work together went. */
export class PoolPage extends Query<PoolView> {
  constructor(
    readonly poolId: string,
    readonly filter: z.infer<typeof findInPool>,
  ) {
    super();
  }
}

type Sort = z.infer<typeof findInPool>['sort'];

@QueryHandler(PoolPage)
export class PoolPageHandler implements IQueryHandler<PoolPage> {
  constructor(
    private readonly database: Database,
    private readonly context: RequestContext,
    private readonly queries: QueryBus,
  ) {}

  async execute({ poolId, filter }: PoolPage): Promise<PoolView> {
    const ability = abilityFor(this.context.actor);
    const pool = await poolFor(this.database, [ability, 'read'], poolId);
    const entries = await entriesOf(this.database, poolId);
    const all = await this.described(pool, entries);
    const tags = [...new Set(entries.flatMap((one) => one.tags))].sort();
    const items = all.filter((one) => fits(one, filter)).sort(orders[filter.sort]);
    return {
      ...viewOf(pool, await namesOf(this.queries, [pool])),
      ...{ mayChange: may(ability, 'update', pool), entries: entries.length, tags, items },
    };
  }

  private async described(pool: Pool, entries: readonly Entry[]): Promise<PoolEntry[]> {
    const ids = entries.map(({ providerId }) => providerId);
    const cards = await this.queries.execute(new CardsOf(ids));
    const worked = await this.queries.execute(new WorkedWith(pool, ids));
    const contracts = [...worked.values()].flatMap(({ contractIds }) => contractIds);
    const stars = await this.queries.execute(new StarsGiven(contracts, ids));
    return entries.flatMap((entry) => {
      const card = cards.get(entry.providerId);
      if (!card) return [];
      const together = worked.get(entry.providerId);
      return [{ ...shown(card), ...wordsOf(entry), ...workOf(together, stars.get(card.id)) }];
    });
  }
}

const shown = ({ roles: _, languages: __, ...card }: Card) => ({ provider: card });

const wordsOf = ({ note, tags, addedAt }: Entry) => ({
  ...{ note, tags },
  addedAt: addedAt.toISOString(),
});

const workOf = (worked: Worked | undefined, stars: number | undefined) => ({
  worked: worked
    ? {
        contracts: worked.contractIds.length,
        lastAt: worked.lastAt.toISOString(),
        stars: stars ?? null,
      }
    : null,
});

function fits({ provider, note, tags }: PoolEntry, { q, tag }: PoolPage['filter']): boolean {
  if (tag && !tags.includes(tag)) return false;
  if (!q) return true;
  const all = [provider.name, provider.headline, ...provider.skills, note, ...tags].join('\n');
  return all.toLocaleLowerCase().includes(q.toLocaleLowerCase());
}

const byName = (a: PoolEntry, b: PoolEntry) => a.provider.name.localeCompare(b.provider.name);

const orders: Record<Sort, (a: PoolEntry, b: PoolEntry) => number> = {
  added: (a, b) => b.addedAt.localeCompare(a.addedAt) || byName(a, b),
  name: byName,
  worked: (a, b) => (b.worked?.lastAt ?? '').localeCompare(a.worked?.lastAt ?? '') || byName(a, b),
  contracts: (a, b) => (b.worked?.contracts ?? 0) - (a.worked?.contracts ?? 0) || byName(a, b),
  stars: (a, b) => (b.worked?.stars ?? 0) - (a.worked?.stars ?? 0) || byName(a, b),
};
