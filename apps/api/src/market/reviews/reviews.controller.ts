import {
  contractReviews,
  findReviews,
  replyReview,
  reviewViews,
  submitReview,
} from '@wire/reviews';
import type { SubmitReview as Review } from '@wire/reviews';
import { id, slug } from '@wire/primitives';
import { Can } from '@kernel/http/can';
import { Returns } from '@kernel/http/returns';
import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import type * as z from 'zod';
import { ReplyReview } from './commands/reply-review';
import { SubmitReview } from './commands/submit-review';
import { ContractReviews } from './queries/contract-reviews';
import { ReviewsOfPerson } from './queries/reviews-of-person';

@Controller('api')
export class ReviewsController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  @Post('contracts/:id/reviews')
  @HttpCode(204)
  @Can('review', 'Review')
  submit(
    @Param('id', { schema: id }) contractId: string,
    @Body({ schema: submitReview }) input: Review,
  ): Promise<void> {
    return this.commands.execute(new SubmitReview(contractId, input));
  }

  @Get('contracts/:id/reviews')
  @Can('review', 'Review')
  @Returns(contractReviews)
  ofContract(
    @Param('id', { schema: id }) contractId: string,
  ): Promise<z.infer<typeof contractReviews>> {
    return this.queries.execute(new ContractReviews(contractId));
  }

  @Get('profiles/:slug/reviews')
  @Can('read', 'Review')
  @Returns(reviewViews)
  ofPerson(
    @Param('slug', { schema: slug }) name: string,
    @Query({ schema: findReviews }) page: z.infer<typeof findReviews>,
  ): Promise<z.infer<typeof reviewViews>> {
    return this.queries.execute(new ReviewsOfPerson(name, page));
  }

  @Post('reviews/:id/reply')
  @HttpCode(204)
  @Can('reply', 'Review')
  reply(
    @Param('id', { schema: id }) reviewId: string,
    @Body({ schema: replyReview }) { text }: z.infer<typeof replyReview>,
  ): Promise<void> {
    return this.commands.execute(new ReplyReview(reviewId, text));
  }
}
