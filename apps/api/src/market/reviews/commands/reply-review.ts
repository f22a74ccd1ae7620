import { RequestContext } from '@kernel/context';
import { about, Facts } from '@kernel/facts';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { lockedReview, reviewOf } from '../adapters/review-row';
import { reply } from '../domain/review';

/** The person a review is about answers it, once. */
export class ReplyReview extends Command<void> {
  constructor(
    readonly reviewId: string,
    readonly text: string,
  ) {
    super();
  }
}

@CommandHandler(ReplyReview)
export class ReplyReviewHandler implements ICommandHandler<ReplyReview> {
  constructor(
    private readonly facts: Facts,
    private readonly context: RequestContext,
  ) {}

  execute({ reviewId, text }: ReplyReview): Promise<void> {
    return this.facts.commit(async (em) => {
      const review = await lockedReview(em, reviewId);
      const { type, data } = reply(reviewOf(review), this.context.actor.id);
      review.reply = text;
      return { told: [about('review', reviewId, type, data)] };
    });
  }
}
