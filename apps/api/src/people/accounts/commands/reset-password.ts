import { Database } from '@kernel/database';
import { about, Facts } from '@kernel/facts';
import { reject } from '@kernel/reject';
import { EntityManager } from '@mikro-orm/postgresql';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Account } from '../adapters/account';
import { Challenges } from '../adapters/challenges';
import { LoginDelays } from '../adapters/login-delays';
import { Sessions } from '../adapters/sessions';
import { hashNewPassword } from './new-password';
import type { Accepted } from './register-account';

/** A new password by the link of the mail. It signs nobody in, and every session ends. */
export class ResetPassword extends Command<Accepted> {
  constructor(
    readonly token: string,
    readonly password: string,
  ) {
    super();
  }
}

@CommandHandler(ResetPassword)
export class ResetPasswordHandler implements ICommandHandler<ResetPassword> {
  constructor(
    private readonly entities: EntityManager,
    private readonly database: Database,
    private readonly facts: Facts,
    private readonly challenges: Challenges,
    private readonly delays: LoginDelays,
    private readonly sessions: Sessions,
  ) {}

  /** A password that is refused leaves the link as it is. */
  async execute({ token, password }: ResetPassword): Promise<Accepted> {
    const owner = await this.ownerOf(token);
    const passwordHash = await hashNewPassword(password, owner);
    await this.facts.commit(async (em, sql) => {
      const accountId = await this.challenges.follow(sql, token, 'reset');
      if (!accountId) return reject('accounts.link_invalid');
      const account = await em.findOneOrFail(Account, accountId);
      account.passwordHash = passwordHash;
      await this.challenges.drop(sql, accountId, ['log_in']);
      await this.delays.succeeded(sql, account.email);
      await this.sessions.endOthers(sql, accountId, null);
      const changed = { accountId, by: 'reset' };
      return { told: [about('account', accountId, 'PasswordChanged', changed)] };
    });
    await this.sessions.refuseEnded();
    return { accepted: true };
  }

  private async ownerOf(token: string): Promise<Account> {
    const accountId = await this.challenges.whose(this.database, token, 'reset');
    const account = accountId ? await this.entities.fork().findOne(Account, accountId) : null;
    return account ?? reject('accounts.link_invalid');
  }
}
