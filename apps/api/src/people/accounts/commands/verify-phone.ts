import { Clock } from '@kernel/clock';
import { RequestContext } from '@kernel/context';
import { about, Facts } from '@kernel/facts';
import type { Viewer } from '@wire/accounts';
import { Command, CommandHandler, QueryBus, type ICommandHandler } from '@nestjs/cqrs';
import { Account } from '../adapters/account';
import { Challenges, type Answered } from '../adapters/challenges';
import { ViewerOf } from '../queries/viewer-of';
import { refuseAnswer } from './refuse-answer';

/** Proves the phone that the last code went to. */
export class VerifyPhone extends Command<Viewer> {
  constructor(readonly code: string) {
    super();
  }
}

@CommandHandler(VerifyPhone)
export class VerifyPhoneHandler implements ICommandHandler<VerifyPhone> {
  constructor(
    private readonly facts: Facts,
    private readonly clock: Clock,
    private readonly challenges: Challenges,
    private readonly context: RequestContext,
    private readonly queries: QueryBus,
  ) {}

  async execute({ code }: VerifyPhone): Promise<Viewer> {
    const { id: accountId } = this.context.actor;
    const answered = await this.facts.commit<Answered>(async (em, sql) => {
      const answer = await this.challenges.answer(sql, accountId, 'phone', code);
      if (answer.outcome !== 'right') return { told: [], answer };
      const account = await em.findOneOrFail(Account, accountId);
      account.provePhone(answer.target, this.clock.now());
      return { told: [about('account', accountId, 'PhoneVerified', { accountId })], answer };
    });
    if (answered.outcome !== 'right') return refuseAnswer(answered, 'accounts.code_invalid');
    return this.queries.execute(new ViewerOf(accountId));
  }
}
