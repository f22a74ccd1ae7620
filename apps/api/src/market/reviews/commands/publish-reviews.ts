import { Clock } from '@kernel/clock';
import { about, Facts } from '@kernel/facts';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { lockedReviewsOn, reviewOf } from '../adapters/review-row';
import { published } from '../domain/review';

/** The deadline that ends the blind time of a contract; its key is the contract. */
export const deadline = 'publish-reviews';

/** The blind time is over: what was written becomes public. Saying it again changes nothing. */
export class PublishReviews extends Command<void> {
  constructor(readonly contractId: string) {
    super();
  }
}

@CommandHandler(PublishReviews)
export class PublishReviewsHandler implements ICommandHandler<PublishReviews> {
  constructor(
    private readonly facts: Facts,
    private readonly clock: Clock,
  ) {}

  execute({ contractId }: PublishReviews): Promise<void> {
    return this.facts.commit(async (em) => {
      const reviews = await lockedReviewsOn(em, contractId);
      const news = published(reviews.map(reviewOf));
      for (const review of reviews) review.publishedAt ??= this.clock.now();
      return { told: news.map(({ type, data }) => about('review', data.reviewId, type, data)) };
    });
  }
}
