import { Policy, type On } from '@kernel/consumers';
import { Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { carryOut, type ApprovalEvent } from '../../approvals';
import { ApprovePayout } from '../commands/approve-payout';
import { HearOfApproval, type ApprovalWord } from '../commands/hear-of-approval';

interface About {
  readonly action: string;
  readonly subject: string;
}

/** Facts come in order: a payout is prepared before anybody decides on it. */
@Injectable()
@Policy('send-when-approval-granted')
export class SendWhenApprovalGranted {
  constructor(private readonly commands: CommandBus) {}

  readonly on: On<ApprovalEvent> = {
    ApprovalRequested: ({ approvalId, makerId, ...about }) =>
      this.tell(about, { kind: 'asked', approvalId, makerId }),
    ApprovalGranted: async ({ approvalId, checkerId, action, payload }) => {
      if (action !== 'payout.send') return;
      const approved = new ApprovePayout(String(payload['payoutId']), { approvalId, checkerId });
      await carryOut(this.commands, approvalId, approved);
    },
    ApprovalDenied: ({ approvalId, checkerId, ...about }) =>
      this.tell(about, { kind: 'denied', approvalId, checkerId }),
    ApprovalExpired: ({ approvalId, ...about }) => this.tell(about, { kind: 'lapsed', approvalId }),
    ApprovalFailed: ({ approvalId, ...about }) => this.tell(about, { kind: 'lapsed', approvalId }),
  };

  private async tell({ action, subject }: About, word: ApprovalWord): Promise<void> {
    if (action !== 'payout.send') return;
    await this.commands.execute(new HearOfApproval(subject.slice('payout-'.length), word));
  }
}
