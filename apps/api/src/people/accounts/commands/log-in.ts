import { Facts } from '@kernel/facts';
import type { WithCookies } from '@kernel/http/cookies';
import { reject } from '@kernel/reject';
import type { Viewer } from '@wire/accounts';
import { EntityManager } from '@mikro-orm/postgresql';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Account } from '../adapters/account';
import { isPassword } from '../adapters/passwords';
import { SignIn } from './sign-in';

/** Signs in by address and password; an unproved address is told only to who knows the password. */
export class LogIn extends Command<WithCookies<Viewer>> {
  constructor(
    readonly email: string,
    readonly password: string,
    readonly device: string,
  ) {
    super();
  }
}

@CommandHandler(LogIn)
export class LogInHandler implements ICommandHandler<LogIn> {
  constructor(
    private readonly entities: EntityManager,
    private readonly facts: Facts,
    private readonly signIn: SignIn,
  ) {}

  async execute({ email, password, device }: LogIn): Promise<WithCookies<Viewer>> {
    const account = await this.entities.fork().findOne(Account, { email });
    const known = await isPassword(password, account?.passwordHash);
    if (!account || !known) return reject('accounts.wrong_credentials');
    if (!account.emailVerifiedAt) reject('accounts.email_unverified');
    const opened = await this.facts.commit(async (_, sql) => {
      const { told, ...answer } = await this.signIn.open(sql, account, device);
      return { told, answer };
    });
    return this.signIn.answer(opened);
  }
}
