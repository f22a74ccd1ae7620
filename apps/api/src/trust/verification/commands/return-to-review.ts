import { Database } from '@kernel/database';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';

/** The second person did not agree: the first one looks again. */
export class ReturnToReview extends Command<void> {
  constructor(readonly approvalId: string) {
    super();
  }
}

@CommandHandler(ReturnToReview)
export class ReturnToReviewHandler implements ICommandHandler<ReturnToReview> {
  constructor(private readonly database: Database) {}

  async execute({ approvalId }: ReturnToReview): Promise<void> {
    await this.database.query(
      `update verifications set state = 'review', approval_id = null
        where approval_id = $1 and state = 'second_look'`,
      [approvalId],
    );
  }
}
