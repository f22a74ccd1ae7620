import { Facts } from '@kernel/facts';
import type { WithCookies } from '@kernel/http/cookies';
import type { Visitor } from '@kernel/http/visitor';
import { reject } from '@kernel/reject';
import type { LoggedIn } from '@wire/accounts';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Account } from '../adapters/account';
import { Challenges } from '../adapters/challenges';
import { SignIn } from './sign-in';

/** Signs in by the link of a mail, in place of the password and of nothing more. */
export class LogInByLink extends Command<WithCookies<LoggedIn>> {
  constructor(
    readonly token: string,
    readonly visitor: Visitor,
  ) {
    super();
  }
}

@CommandHandler(LogInByLink)
export class LogInByLinkHandler implements ICommandHandler<LogInByLink> {
  constructor(
    private readonly facts: Facts,
    private readonly challenges: Challenges,
    private readonly signIn: SignIn,
  ) {}

  async execute({ token, visitor }: LogInByLink): Promise<WithCookies<LoggedIn>> {
    const account = await this.facts.commit<Account | null>(async (em, sql) => {
      const accountId = await this.challenges.follow(sql, token, 'log_in');
      return { told: [], answer: accountId ? await em.findOneOrFail(Account, accountId) : null };
    });
    if (!account) return reject('accounts.link_invalid');
    return this.signIn.enter(account, visitor, { by: 'mail' });
  }
}
