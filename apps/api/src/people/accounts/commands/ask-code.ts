import type { Sql } from '@eventstore/record';
import { RequestContext } from '@kernel/context';
import { about, Facts, type Told } from '@kernel/facts';
import { Jobs } from '@kernel/jobs';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Account } from '../adapters/account';
import { Challenges } from '../adapters/challenges';
import type { StepUpPurpose } from '../adapters/step-up';
import type { Accepted } from './register-account';

const lifeSeconds = 600;

/** A code by text message that proves the phone. */
export class AskPhoneCode extends Command<Accepted> {
  constructor(readonly phone: string) {
    super();
  }
}

/** A code for a second look: to the proved phone, or by mail where there is none. */
export class AskStepUp extends Command<Accepted> {
  constructor(readonly purpose: StepUpPurpose) {
    super();
  }
}

@CommandHandler(AskPhoneCode)
export class AskPhoneCodeHandler implements ICommandHandler<AskPhoneCode> {
  constructor(
    private readonly facts: Facts,
    private readonly challenges: Challenges,
    private readonly jobs: Jobs,
    private readonly context: RequestContext,
  ) {}

  execute({ phone }: AskPhoneCode): Promise<Accepted> {
    const { id } = this.context.actor;
    return this.facts.commit(async (em, sql) => {
      const account = await em.findOneOrFail(Account, id);
      const asked = { account, purpose: 'phone', target: phone, channel: 'sms' as const };
      return {
        told: await send(this.challenges, this.jobs, sql, asked),
        answer: { accepted: true },
      };
    });
  }
}

@CommandHandler(AskStepUp)
export class AskStepUpHandler implements ICommandHandler<AskStepUp> {
  constructor(
    private readonly facts: Facts,
    private readonly challenges: Challenges,
    private readonly jobs: Jobs,
    private readonly context: RequestContext,
  ) {}

  execute({ purpose }: AskStepUp): Promise<Accepted> {
    const { id } = this.context.actor;
    return this.facts.commit(async (em, sql) => {
      const account = await em.findOneOrFail(Account, id);
      const phone = account.phoneVerifiedAt ? account.phone : null;
      const channel = phone ? ('sms' as const) : ('mail' as const);
      const asked = {
        account,
        purpose: `step_up_${purpose}`,
        target: phone ?? account.email,
        channel,
      };
      return {
        told: await send(this.challenges, this.jobs, sql, asked),
        answer: { accepted: true },
      };
    });
  }
}

interface Asked {
  readonly account: Account;
  readonly purpose: string;
  readonly target: string;
  readonly channel: 'sms' | 'mail';
}

/** The message leaves from a job of the same transaction; a mail leaves by the fact. */
async function send(
  challenges: Challenges,
  jobs: Jobs,
  sql: Sql,
  { account: { id: accountId }, purpose, target, channel }: Asked,
): Promise<Told[]> {
  const challengeId = await challenges.ask(sql, { accountId, purpose, target, lifeSeconds });
  if (!challengeId) return [];
  if (channel === 'sms') await jobs.add(sql, 'texts', 'code', { challengeId }, { id: challengeId });
  return [about('account', accountId, 'CodeAsked', { accountId, challengeId, purpose, channel })];
}
