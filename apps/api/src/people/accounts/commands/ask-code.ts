import { RequestContext } from '@kernel/context';
import type { StepUpAsked } from '@wire/accounts';
import { reject } from '@kernel/reject';
import { EntityManager } from '@mikro-orm/postgresql';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Account } from '../adapters/account';
import { isCallable } from '../adapters/phone-numbers';
import { StepUp, type StepUpPurpose } from '../adapters/step-up';
import { CodeSender } from './code-sender';
import type { Accepted } from './register-account';
import { StepUpMethods } from './step-up-methods';

/** A code by text message that proves the phone. Another phone than the proved one needs a step-up. */
export class AskPhoneCode extends Command<Accepted> {
  constructor(readonly phone: string) {
    super();
  }
}

/** A second look: by a factor, or by a code to the proved phone, or by mail where there is neither. */
export class AskStepUp extends Command<StepUpAsked> {
  constructor(readonly purpose: StepUpPurpose) {
    super();
  }
}

@CommandHandler(AskPhoneCode)
export class AskPhoneCodeHandler implements ICommandHandler<AskPhoneCode> {
  constructor(
    private readonly entities: EntityManager,
    private readonly sender: CodeSender,
    private readonly stepUp: StepUp,
    private readonly context: RequestContext,
  ) {}

  async execute({ phone }: AskPhoneCode): Promise<Accepted> {
    if (!isCallable(phone)) reject('accounts.phone_invalid');
    const account = await this.entities.fork().findOneOrFail(Account, this.context.actor.id);
    if (account.phoneVerifiedAt && account.phone !== phone) this.stepUp.require('security');
    return this.sender.send({ account, purpose: 'phone', target: phone, channel: 'sms' });
  }
}

@CommandHandler(AskStepUp)
export class AskStepUpHandler implements ICommandHandler<AskStepUp> {
  constructor(
    private readonly entities: EntityManager,
    private readonly methods: StepUpMethods,
    private readonly sender: CodeSender,
    private readonly context: RequestContext,
  ) {}

  async execute({ purpose }: AskStepUp): Promise<StepUpAsked> {
    const account = await this.entities.fork().findOneOrFail(Account, this.context.actor.id);
    const methods = await this.methods.of(account, purpose);
    const [channel] = methods;
    const sent = `step_up_${purpose}`;
    if (channel === 'sms')
      await this.sender.send({ account, purpose: sent, target: account.phone ?? '', channel });
    if (channel === 'mail')
      await this.sender.send({ account, purpose: sent, target: account.email, channel });
    return { accepted: true, methods };
  }
}
