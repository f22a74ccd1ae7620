import { reject } from '@kernel/reject';
import { Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { TradedWith } from '../../../market/contracts';
import { StaffOf, type Colleague } from '../../../people/accounts';

/** The people who may look at disputes, and who of them has a stake in one. */
@Injectable()
export class Mediators {
  constructor(private readonly queries: QueryBus) {}

  all(): Promise<Colleague[]> {
    return this.queries.execute(new StaffOf(['mediator', 'mediator_lead']));
  }

  async require(ids: readonly string[]): Promise<void> {
    const known = new Set((await this.all()).map(({ id }) => id));
    if (!ids.every((id) => known.has(id))) reject('disputes.not_a_mediator');
  }

  /** Whether one of these is a side, or ever traded with a side. */
  async haveStake(
    ids: readonly string[],
    { clientId, providerId }: { readonly clientId: string; readonly providerId: string },
  ): Promise<boolean> {
    const sides = [clientId, providerId];
    if (ids.some((id) => sides.includes(id))) return true;
    return (await this.queries.execute(new TradedWith(ids, sides))).size > 0;
  }
}
