import { OnDue } from '@kernel/timers';
import { Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { deadline, PublishReviews } from '../commands/publish-reviews';

/** Fourteen days after the first review the other side has had its time. */
@Injectable()
@OnDue(deadline)
export class PublishWhenBlindTimeEnds {
  constructor(private readonly commands: CommandBus) {}

  due(contractId: string): Promise<void> {
    return this.commands.execute(new PublishReviews(contractId));
  }
}
