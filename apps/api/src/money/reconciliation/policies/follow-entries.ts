import { Policy, type On } from '@kernel/consumers';
import { Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { ApprovalEvent } from '../../approvals';
import { ObserveEntries } from '../commands/propose-entries';

/** A journal that closes a difference was posted, or will not be. */
@Injectable()
@Policy('reconciliation-follow-entries')
export class FollowEntries {
  constructor(private readonly commands: CommandBus) {}

  readonly on: On<ApprovalEvent> = {
    ApprovalExecuted: (asked) => this.tell(asked, true),
    ApprovalFailed: (asked) => this.tell(asked, false),
    ApprovalDenied: (asked) => this.tell(asked, false),
    ApprovalExpired: (asked) => this.tell(asked, false),
  };

  private async tell(
    { approvalId, action }: { approvalId: string; action: string },
    isPosted: boolean,
  ): Promise<void> {
    if (action !== 'journal.post') return;
    await this.commands.execute(new ObserveEntries(approvalId, isPosted));
  }
}
