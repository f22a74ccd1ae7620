import { RequestContext } from '@kernel/context';
import { about, Facts } from '@kernel/facts';
import { reject } from '@kernel/reject';
import type { Viewer } from '@wire/accounts';
import { EntityManager } from '@mikro-orm/postgresql';
import { Command, CommandHandler, QueryBus, type ICommandHandler } from '@nestjs/cqrs';
import { Account } from '../adapters/account';
import { Challenges } from '../adapters/challenges';
import { isPassword } from '../adapters/passwords';
import { Sessions } from '../adapters/sessions';
import { StepUp } from '../adapters/step-up';
import { ViewerOf } from '../queries/viewer-of';
import { hashNewPassword } from './new-password';

/** Another password, by who knows the old one; every other session ends. */
export class ChangePassword extends Command<Viewer> {
  constructor(
    readonly current: string,
    readonly password: string,
  ) {
    super();
  }
}

@CommandHandler(ChangePassword)
export class ChangePasswordHandler implements ICommandHandler<ChangePassword> {
  constructor(
    private readonly entities: EntityManager,
    private readonly facts: Facts,
    private readonly challenges: Challenges,
    private readonly sessions: Sessions,
    private readonly stepUp: StepUp,
    private readonly context: RequestContext,
    private readonly queries: QueryBus,
  ) {}

  async execute({ current, password }: ChangePassword): Promise<Viewer> {
    this.stepUp.require('security');
    const { actor, sessionId = null } = this.context.now;
    const owner = await this.entities.fork().findOneOrFail(Account, actor.id);
    if (!(await isPassword(current, owner.passwordHash))) reject('accounts.password_wrong');
    const passwordHash = await hashNewPassword(password, owner);
    await this.facts.commit(async (em, sql) => {
      const account = await em.findOneOrFail(Account, actor.id);
      account.passwordHash = passwordHash;
      await this.challenges.drop(sql, account.id, ['reset', 'log_in']);
      await this.sessions.endOthers(sql, account.id, sessionId);
      const changed = { accountId: account.id, by: 'owner' };
      return { told: [about('account', account.id, 'PasswordChanged', changed)] };
    });
    await this.sessions.refuseEnded();
    return this.queries.execute(new ViewerOf(actor.id));
  }
}
