import { RequestContext } from '@kernel/context';
import { Facts } from '@kernel/facts';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Account } from '../adapters/account';
import { Challenges } from '../adapters/challenges';
import { evenly } from '../adapters/evenly';
import { askForProof } from './ask-for-proof';
import type { Accepted } from './register-account';

/** Another verification mail. The answer does not say whether the address is known. */
export class ResendVerification extends Command<Accepted> {
  constructor(readonly email: string) {
    super();
  }
}

@CommandHandler(ResendVerification)
export class ResendVerificationHandler implements ICommandHandler<ResendVerification> {
  constructor(
    private readonly facts: Facts,
    private readonly challenges: Challenges,
    private readonly context: RequestContext,
  ) {}

  execute({ email }: ResendVerification): Promise<Accepted> {
    return evenly(this.context.run({ ...this.context.now }, () => this.ask(email)));
  }

  private ask(email: string): Promise<void> {
    return this.facts.commit(async (em, sql) => {
      const account = await em.findOne(Account, { email, emailVerifiedAt: null });
      return { told: account ? await askForProof(this.challenges, sql, account) : [] };
    });
  }
}
