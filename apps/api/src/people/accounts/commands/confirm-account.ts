import { about, Facts } from '@kernel/facts';
import { Clock } from '@kernel/clock';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Account } from '../adapters/account';

/** Takes address and phone as proved elsewhere: for the demo and for imports, not for a route. */
export class ConfirmAccount extends Command<void> {
  constructor(
    readonly accountId: string,
    readonly phone?: string,
  ) {
    super();
  }
}

@CommandHandler(ConfirmAccount)
export class ConfirmAccountHandler implements ICommandHandler<ConfirmAccount> {
  constructor(
    private readonly facts: Facts,
    private readonly clock: Clock,
  ) {}

  execute({ accountId, phone }: ConfirmAccount): Promise<void> {
    return this.facts.commit(async (em) => {
      const account = await em.findOneOrFail(Account, accountId);
      const now = this.clock.now();
      const isFirst = account.verifyEmail(now);
      if (phone) account.provePhone(phone, now);
      const verified = about('account', accountId, 'EmailVerified', { accountId });
      const proved = about('account', accountId, 'PhoneVerified', { accountId });
      return { told: [...(isFirst ? [verified] : []), ...(phone ? [proved] : [])] };
    });
  }
}
