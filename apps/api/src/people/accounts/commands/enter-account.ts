import type { WithCookies } from '@kernel/http/cookies';
import type { Visitor } from '@kernel/http/visitor';
import { reject } from '@kernel/reject';
import type { LoggedIn } from '@wire/accounts';
import { EntityManager } from '@mikro-orm/postgresql';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Account } from '../adapters/account';
import { SignIn, type Way } from './sign-in';

/** For other contexts that know the first factor: in, or on to the second factor where one is set. */
export class EnterAccount extends Command<WithCookies<LoggedIn>> {
  constructor(
    readonly accountId: string,
    readonly visitor: Visitor,
    readonly way: Way = { by: 'provider' },
  ) {
    super();
  }
}

@CommandHandler(EnterAccount)
export class EnterAccountHandler implements ICommandHandler<EnterAccount> {
  constructor(
    private readonly entities: EntityManager,
    private readonly signIn: SignIn,
  ) {}

  async execute({ accountId, visitor, way }: EnterAccount): Promise<WithCookies<LoggedIn>> {
    const account = await this.entities.fork().findOne(Account, accountId);
    if (!account) return reject('accounts.not_found');
    if (!account.emailVerifiedAt) return reject('accounts.email_unverified');
    return this.signIn.enter(account, visitor, way);
  }
}
