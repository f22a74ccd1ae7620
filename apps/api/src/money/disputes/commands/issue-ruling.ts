import { id } from '@wire/primitives';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import * as z from 'zod';
import { giveBack, issue } from '../domain/ruling';
import { Cases } from './cases';

const agreed = z.object({ disputeId: id, rulingId: id });

/** A second person agreed to a ruling: it is the decision. */
export class IssueRuling extends Command<void> {
  constructor(
    /** What was agreed to, as the approval has it. */
    readonly payload: unknown,
    readonly approval: { readonly id: string; readonly checkerId: string },
  ) {
    super();
  }
}

@CommandHandler(IssueRuling)
export class IssueRulingHandler implements ICommandHandler<IssueRuling> {
  constructor(private readonly cases: Cases) {}

  async execute({ payload, approval }: IssueRuling): Promise<void> {
    const { disputeId, rulingId } = agreed.parse(payload);
    const { id: key, checkerId: approverId } = approval;
    const intent = { key, request: { disputeId, rulingId } };
    await this.cases.decide(
      disputeId,
      (state, { now }) => issue(state, { rulingId, approverId, now }),
      { intent },
    );
  }
}

/** No second person agreed: the mediator decides anew. */
export class ReturnRuling extends Command<void> {
  constructor(
    readonly disputeId: string,
    readonly approvalId: string,
    readonly reason: 'denied' | 'expired',
  ) {
    super();
  }
}

@CommandHandler(ReturnRuling)
export class ReturnRulingHandler implements ICommandHandler<ReturnRuling> {
  constructor(private readonly cases: Cases) {}

  async execute({ disputeId, approvalId, reason }: ReturnRuling): Promise<void> {
    await this.cases.decide(disputeId, (state) => giveBack(state, approvalId, reason));
  }
}
