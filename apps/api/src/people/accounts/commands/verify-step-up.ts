import { RequestContext } from '@kernel/context';
import { Database } from '@kernel/database';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Challenges } from '../adapters/challenges';
import { StepUp, type StepUpPurpose } from '../adapters/step-up';
import { refuseAnswer } from './refuse-answer';

export interface StepUpToken {
  readonly token: string;
  readonly expiresAt: string;
}

/** The code for a second look, in exchange for the token that the risky request carries. */
export class VerifyStepUp extends Command<StepUpToken> {
  constructor(
    readonly purpose: StepUpPurpose,
    readonly code: string,
  ) {
    super();
  }
}

@CommandHandler(VerifyStepUp)
export class VerifyStepUpHandler implements ICommandHandler<VerifyStepUp> {
  constructor(
    private readonly database: Database,
    private readonly challenges: Challenges,
    private readonly stepUp: StepUp,
    private readonly context: RequestContext,
  ) {}

  async execute({ purpose, code }: VerifyStepUp): Promise<StepUpToken> {
    const { id } = this.context.actor;
    const answered = await this.database.transaction((sql) =>
      this.challenges.answer(sql, id, `step_up_${purpose}`, code),
    );
    if (answered.outcome !== 'right') return refuseAnswer(answered, 'accounts.code_invalid');
    return this.stepUp.issue(id, purpose);
  }
}
