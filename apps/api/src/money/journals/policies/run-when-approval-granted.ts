import { Policy, type On } from '@kernel/consumers';
import { Injectable } from '@nestjs/common';
import { CommandBus, type ICommand } from '@nestjs/cqrs';
import { carryOut, type ApprovalEvent } from '../../approvals';
import { ClosePeriod } from '../commands/close-period';
import { PostJournal, ReverseJournal } from '../commands/post-journal';

type Granted = Extract<ApprovalEvent, { type: 'ApprovalGranted' }>['data'];

@Injectable()
@Policy('journals-run-when-approval-granted')
export class RunWhenApprovalGranted {
  constructor(private readonly commands: CommandBus) {}

  readonly on: On<ApprovalEvent> = {
    ApprovalGranted: async (granted) => {
      const command = commandOf(granted);
      if (command) await carryOut(this.commands, granted.approvalId, command);
    },
  };
}

function commandOf({ approvalId, action, payload }: Granted): ICommand | null {
  if (action === 'journal.post') {
    const posting = payload as unknown as PostJournal['posting'];
    return new PostJournal({ ...posting, approvalId });
  }
  if (action === 'journal.reverse')
    return new ReverseJournal(String(payload['journalId']), approvalId);
  if (action === 'period.close') {
    const { period, trialBalanceHash } = payload as unknown as ClosePeriod;
    return new ClosePeriod(period, trialBalanceHash, approvalId);
  }
  return null;
}
