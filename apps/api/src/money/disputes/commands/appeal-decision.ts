import type { VotePanel } from '@wire/dispute-console';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { appeal, assignPanel, vote } from '../domain/appeal';
import { known } from '../domain/dispute';
import { Cases } from './cases';
import { Mediators } from './mediators';

/** A side asks for two other people, once and in time. */
export class AppealDecision extends Command<void> {
  constructor(
    readonly disputeId: string,
    readonly grounds: string,
  ) {
    super();
  }
}

@CommandHandler(AppealDecision)
export class AppealDecisionHandler implements ICommandHandler<AppealDecision> {
  constructor(private readonly cases: Cases) {}

  async execute({ disputeId, grounds }: AppealDecision): Promise<void> {
    const words = await this.cases.write('grounds', grounds);
    await this.cases.decide(
      disputeId,
      (state, { by, now }) => appeal(state, by, { grounds: words.ref, now }),
      { words: [words] },
    );
  }
}

/** A lead asks two people who had no part in the decision. */
export class AssignPanel extends Command<void> {
  constructor(
    readonly disputeId: string,
    readonly memberIds: readonly string[],
  ) {
    super();
  }
}

@CommandHandler(AssignPanel)
export class AssignPanelHandler implements ICommandHandler<AssignPanel> {
  constructor(
    private readonly cases: Cases,
    private readonly mediators: Mediators,
  ) {}

  async execute({ disputeId, memberIds }: AssignPanel): Promise<void> {
    const open = known(await this.cases.read(disputeId));
    await this.mediators.require(memberIds);
    const hasStake = await this.mediators.haveStake(memberIds, open);
    await this.cases.decide(disputeId, (state, { by }) =>
      assignPanel(state, by, { memberIds, hasStake }),
    );
  }
}

/** A member of the panel says how it should be. */
export class VoteOnAppeal extends Command<void> {
  constructor(
    readonly disputeId: string,
    readonly input: VotePanel,
  ) {
    super();
  }
}

@CommandHandler(VoteOnAppeal)
export class VoteOnAppealHandler implements ICommandHandler<VoteOnAppeal> {
  constructor(private readonly cases: Cases) {}

  async execute({ disputeId, input: { split, reasons } }: VoteOnAppeal): Promise<void> {
    const words = await this.cases.write('vote', reasons);
    await this.cases.decide(
      disputeId,
      (state, { by }) => vote(state, by, { split, reasons: words.ref }),
      { words: [words] },
    );
  }
}
