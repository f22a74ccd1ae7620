import { Clock } from '@kernel/clock';
import { RequestContext } from '@kernel/context';
import { about, Facts } from '@kernel/facts';
import { reject } from '@kernel/reject';
import type { Viewer } from '@wire/accounts';
import { Command, CommandHandler, QueryBus, type ICommandHandler } from '@nestjs/cqrs';
import { Account } from '../adapters/account';
import { Challenges, type Answered } from '../adapters/challenges';
import { evenly } from '../adapters/evenly';
import { StepUp } from '../adapters/step-up';
import { ViewerOf } from '../queries/viewer-of';
import { refuseAnswer } from './refuse-answer';
import type { Accepted } from './register-account';

const purpose = 'new_email';
const lifeSeconds = 1_800;
/** How long the mail to the former address may take. */
const weekSeconds = 7 * 86_400;

/** A code to the new address. Whether somebody has it already is not told. */
export class AskNewEmail extends Command<Accepted> {
  constructor(readonly email: string) {
    super();
  }
}

/** Proves the new address; links that went to the old one are void, and it gets a mail. */
export class VerifyNewEmail extends Command<Viewer> {
  constructor(readonly code: string) {
    super();
  }
}

@CommandHandler(AskNewEmail)
export class AskNewEmailHandler implements ICommandHandler<AskNewEmail> {
  constructor(
    private readonly facts: Facts,
    private readonly challenges: Challenges,
    private readonly stepUp: StepUp,
    private readonly context: RequestContext,
  ) {}

  execute({ email }: AskNewEmail): Promise<Accepted> {
    this.stepUp.require('security');
    return evenly(this.context.run({ ...this.context.now }, () => this.ask(email)));
  }

  private ask(email: string): Promise<void> {
    const { id: accountId } = this.context.actor;
    return this.facts.commit(async (em, sql) => {
      if (await em.findOne(Account, { email })) return { told: [] };
      const asked = { accountId, purpose, target: email, lifeSeconds };
      const challengeId = await this.challenges.askAnew(sql, asked);
      if (!challengeId) return { told: [] };
      const fact = { accountId, challengeId };
      return { told: [about('account', accountId, 'EmailChangeAsked', fact)] };
    });
  }
}

@CommandHandler(VerifyNewEmail)
export class VerifyNewEmailHandler implements ICommandHandler<VerifyNewEmail> {
  constructor(
    private readonly facts: Facts,
    private readonly clock: Clock,
    private readonly challenges: Challenges,
    private readonly context: RequestContext,
    private readonly queries: QueryBus,
  ) {}

  async execute({ code }: VerifyNewEmail): Promise<Viewer> {
    const { id: accountId } = this.context.actor;
    const answered = await this.facts.commit<Answered>(async (em, sql) => {
      const answer = await this.challenges.answer(sql, accountId, purpose, code);
      if (answer.outcome !== 'right') return { told: [], answer };
      // Two people may prove one address in the same moment: the first has it.
      await sql.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [answer.target]);
      if (await em.findOne(Account, { email: answer.target })) reject('accounts.code_invalid');
      const account = await em.findOneOrFail(Account, accountId);
      const former = { accountId, purpose: 'former_email', target: account.email };
      account.moveTo(answer.target, this.clock.now());
      await this.challenges.drop(sql, accountId, ['reset', 'log_in', 'email']);
      const asked = { ...former, lifeSeconds: weekSeconds };
      const challengeId = await this.challenges.ask(sql, asked);
      const fact = { accountId, challengeId };
      return { told: [about('account', accountId, 'EmailChanged', fact)], answer };
    });
    if (answered.outcome !== 'right') return refuseAnswer(answered, 'accounts.code_invalid');
    return this.queries.execute(new ViewerOf(accountId));
  }
}
