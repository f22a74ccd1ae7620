import type { Recommend } from '@wire/dispute-console';
import { RequestContext } from '@kernel/context';
import { reject } from '@kernel/reject';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { known } from '../domain/dispute';
import { assign, recommend } from '../domain/ruling';
import { Cases } from './cases';
import { Mediators } from './mediators';

/** A lead gives the case to a mediator, or a mediator takes it. */
export class AssignMediator extends Command<void> {
  constructor(
    readonly disputeId: string,
    readonly mediatorId: string,
  ) {
    super();
  }
}

@CommandHandler(AssignMediator)
export class AssignMediatorHandler implements ICommandHandler<AssignMediator> {
  constructor(
    private readonly cases: Cases,
    private readonly mediators: Mediators,
    private readonly context: RequestContext,
  ) {}

  async execute({ disputeId, mediatorId }: AssignMediator): Promise<void> {
    const { id, roles } = this.context.actor;
    if (id !== mediatorId && !roles.includes('mediator_lead')) reject('request.forbidden');
    const open = known(await this.cases.read(disputeId));
    await this.mediators.require([mediatorId]);
    const hasStake = await this.mediators.haveStake([mediatorId], open);
    await this.cases.decide(disputeId, (state, { by }) => {
      const taken = known(state).mediatorId;
      if (taken && taken !== id && !roles.includes('mediator_lead'))
        reject('disputes.already_assigned');
      return assign(state, by, { mediatorId, hasStake });
    });
  }
}

/** Words that mediators leave each other; the sides never see them. */
export class AddNote extends Command<void> {
  constructor(
    readonly disputeId: string,
    readonly text: string,
  ) {
    super();
  }
}

@CommandHandler(AddNote)
export class AddNoteHandler implements ICommandHandler<AddNote> {
  constructor(private readonly cases: Cases) {}

  async execute({ disputeId, text }: AddNote): Promise<void> {
    known(await this.cases.read(disputeId));
    await this.cases.note(disputeId, await this.cases.write('note', text));
  }
}

/** The mediator says what would be fair. */
export class RecommendSplit extends Command<void> {
  constructor(
    readonly disputeId: string,
    readonly input: Recommend,
  ) {
    super();
  }
}

@CommandHandler(RecommendSplit)
export class RecommendSplitHandler implements ICommandHandler<RecommendSplit> {
  constructor(private readonly cases: Cases) {}

  async execute({ disputeId, input: { split, reasons } }: RecommendSplit): Promise<void> {
    const words = await this.cases.write('recommendation', reasons);
    await this.cases.decide(
      disputeId,
      (state, { by }) => recommend(state, by, { split, reasons: words.ref }),
      { words: [words] },
    );
  }
}
