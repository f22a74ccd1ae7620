import { minor } from '@money';
import { tiers } from '@wire/verification';
import { Database } from '@kernel/database';
import { BeforeLeaving, type LeavingStep } from '@kernel/leaving';
import { reject } from '@kernel/reject';
import { Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { TierOf } from '../queries/tier-of';
import { limitOf } from '../queries/limit-of';

/** Above the limit of its currency, money leaves only to somebody who is known. */
@Injectable()
@BeforeLeaving()
export class AskTierBeforeLeaving {
  constructor(
    private readonly database: Database,
    private readonly queries: QueryBus,
  ) {}

  async mayLeave(step: LeavingStep): Promise<void> {
    if (step.kind !== 'payout') return;
    const limit = await limitOf(this.database, step.amount.currency);
    if (!limit || minor(step.amount) <= limit.above) return;
    const has = await this.queries.execute(new TierOf(step.accountId));
    if (tiers.indexOf(has) >= tiers.indexOf(limit.tier)) return;
    const aboveMinor = limit.above.toString();
    reject('verification.tier_needed', { tier: limit.tier, aboveMinor });
  }
}
