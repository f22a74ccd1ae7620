import { MikroOrmModule } from '@mikro-orm/nestjs';
import { Module } from '@nestjs/common';
import { TellReviews } from './queries/what-is-kept';
import { ForgetReviews } from './commands/forget-person';
import { ReviewRow } from './adapters/review-row';
import { PublishReviewsHandler } from './commands/publish-reviews';
import { ReplyReviewHandler } from './commands/reply-review';
import { SubmitReviewHandler } from './commands/submit-review';
import { PublishWhenBlindTimeEnds } from './policies/publish-when-blind-time-ends';
import { ReviewableContracts } from './projections/reviewable-contracts';
import { ContractReviewsHandler } from './queries/contract-reviews';
import { ReviewsOfPersonHandler } from './queries/reviews-of-person';
import { StarsGivenHandler } from './queries/stars-given';
import { ReviewsController } from './reviews.controller';

const commands = [SubmitReviewHandler, PublishReviewsHandler, ReplyReviewHandler];
const queries = [ContractReviewsHandler, ReviewsOfPersonHandler, StarsGivenHandler];

@Module({
  imports: [MikroOrmModule.forFeature([ReviewRow])],
  controllers: [ReviewsController],
  providers: [
    TellReviews,
    ForgetReviews,
    ...commands,
    ...queries,
    ReviewableContracts,
    PublishWhenBlindTimeEnds,
  ],
})
export class ReviewsModule {}
