import { about, Facts } from '@kernel/facts';
import { Database } from '@kernel/database';
import type { WithCookies } from '@kernel/http/cookies';
import type { Visitor } from '@kernel/http/visitor';
import { reject } from '@kernel/reject';
import type { LoggedIn } from '@wire/accounts';
import { EntityManager } from '@mikro-orm/postgresql';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Account } from '../adapters/account';
import { KnownDevices } from '../adapters/known-devices';
import { LoginDelays } from '../adapters/login-delays';
import { hashPassword, isOutdated, isPassword } from '../adapters/passwords';
import { SignIn } from './sign-in';

/** After so many wrong passwords within a day the owner is told. */
const alarming = [5, 10, 20, 50];

/** Signs in by address and password; an unproved address is told only to who knows the password. */
export class LogIn extends Command<WithCookies<LoggedIn>> {
  constructor(
    readonly email: string,
    readonly password: string,
    readonly visitor: Visitor,
  ) {
    super();
  }
}

@CommandHandler(LogIn)
export class LogInHandler implements ICommandHandler<LogIn> {
  constructor(
    private readonly entities: EntityManager,
    private readonly facts: Facts,
    private readonly database: Database,
    private readonly delays: LoginDelays,
    private readonly devices: KnownDevices,
    private readonly signIn: SignIn,
  ) {}

  async execute({ email, password, visitor }: LogIn): Promise<WithCookies<LoggedIn>> {
    const account = await this.entities.fork().findOne(Account, { email });
    await this.waitOut(email, account, visitor);
    const known = await isPassword(password, account?.passwordHash);
    if (!account || !known) return this.refuse(email, account);
    if (!account.emailVerifiedAt) reject('accounts.email_unverified');
    await this.delays.succeeded(this.database, email);
    if (isOutdated(account.passwordHash)) await this.renew(account, password);
    return this.signIn.enter(account, visitor, { by: 'password' });
  }

  /** A browser that the owner used before does not wait for what strangers did. */
  private async waitOut(email: string, account: Account | null, visitor: Visitor): Promise<void> {
    const retryAfterSeconds = await this.delays.secondsOf(this.database, email);
    if (retryAfterSeconds === 0) return;
    if (account && (await this.devices.knows(this.database, account.id, visitor))) return;
    reject('accounts.login_delayed', { retryAfterSeconds });
  }

  private async refuse(email: string, account: Account | null): Promise<never> {
    const failures = await this.delays.failed(this.database, email);
    if (account && alarming.includes(failures)) {
      const fact = { accountId: account.id, failures };
      const told = [about('account', account.id, 'LogInsFailed', fact)];
      await this.facts.commit(() => Promise.resolve({ told }));
    }
    return reject('accounts.wrong_credentials');
  }

  private async renew({ id, passwordHash }: Account, password: string): Promise<void> {
    await this.database.query(
      'update accounts set password_hash = $2 where id = $1 and password_hash = $3',
      [id, await hashPassword(password), passwordHash],
    );
  }
}
