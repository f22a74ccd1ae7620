import type { SubmitReview as Input } from '@wire/reviews';
import { Clock } from '@kernel/clock';
import { RequestContext } from '@kernel/context';
import { about, Facts } from '@kernel/facts';
import { reject } from '@kernel/reject';
import { cancelTimer, setTimer } from '@kernel/timers';
import type { Sql } from '@eventstore/record';
import { Command, CommandHandler, QueryBus, type ICommandHandler } from '@nestjs/cqrs';
import { randomUUIDv7 } from 'node:crypto';
import { ContractTitle } from '../../contracts';
import { lockedReviewsOn, reviewOf, ReviewRow } from '../adapters/review-row';
import { blindDays, published, subjectOf, submitted, type Reviewable } from '../domain/review';
import { deadline } from './publish-reviews';

/** One side writes about the other. With the second one both are published. */
export class SubmitReview extends Command<void> {
  constructor(
    readonly contractId: string,
    readonly input: Input,
  ) {
    super();
  }
}

@CommandHandler(SubmitReview)
export class SubmitReviewHandler implements ICommandHandler<SubmitReview> {
  constructor(
    private readonly facts: Facts,
    private readonly context: RequestContext,
    private readonly clock: Clock,
    private readonly queries: QueryBus,
  ) {}

  async execute({ contractId, input }: SubmitReview): Promise<void> {
    const { id: authorId } = this.context.actor;
    const contractTitle = (await this.queries.execute(new ContractTitle(contractId))) ?? '';
    await this.facts.commit(async (em, sql) => {
      const contract = await held(sql, contractId);
      const others = await lockedReviewsOn(em, contractId);
      const subjectId = subjectOf(contract, others.map(reviewOf), authorId);
      const now = this.clock.now();
      const key = { id: randomUUIDv7(), contractId, contractTitle, authorId, subjectId };
      const mine = em.create(ReviewRow, { ...key, ...input, at: now });
      const open = others.length > 0 ? [...others, mine] : [];
      const news = [submitted(reviewOf(mine)), ...published(open.map(reviewOf))];
      for (const review of open) review.publishedAt = now;
      await watch(sql, contractId, open.length > 0, now);
      return { told: news.map(({ type, data }) => about('review', data.reviewId, type, data)) };
    });
  }
}

/** The contract, held until the transaction ends: both sides writing at once follow each other. */
async function held(sql: Sql, contractId: string): Promise<Reviewable> {
  const [contract] = await sql.query<Reviewable>(
    `select contract_id as "contractId", client_id as "clientId", provider_id as "providerId", funded
      from reviewable_contracts where contract_id = $1 for update`,
    [contractId],
  );
  return contract ?? reject('contracts.not_found');
}

async function watch(sql: Sql, key: string, both: boolean, now: Date): Promise<void> {
  if (both) return cancelTimer(sql, deadline, key);
  const dueAt = new Date(now.getTime() + blindDays * 86_400_000).toISOString();
  return setTimer(sql, { kind: deadline, key, dueAt });
}
