import { RequestContext } from '@kernel/context';
import { about, Facts } from '@kernel/facts';
import { Standings } from '@kernel/standings';
import type { WithCookies } from '@kernel/http/cookies';
import type { Viewer } from '@wire/accounts';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Account } from '../adapters/account';
import type { ChangeAccountInput } from '../adapters/inputs';
import { Sessions } from '../adapters/sessions';
import { SignIn } from './sign-in';

/** Changes the actor's own account. New roles hold from the answer on: it carries a new token. */
export class ChangeAccount extends Command<WithCookies<Viewer>> {
  constructor(readonly input: ChangeAccountInput) {
    super();
  }
}

@CommandHandler(ChangeAccount)
export class ChangeAccountHandler implements ICommandHandler<ChangeAccount> {
  constructor(
    private readonly facts: Facts,
    private readonly context: RequestContext,
    private readonly sessions: Sessions,
    private readonly signIn: SignIn,
    private readonly standings: Standings,
  ) {}

  async execute({ input }: ChangeAccount): Promise<WithCookies<Viewer>> {
    const { actor, sessionId, withFactor = false } = this.context.now;
    const cookies = await this.facts.commit(async (em) => {
      const account = await em.findOneOrFail(Account, actor.id);
      const { id: accountId, roles, name } = account;
      const changed = account.change(input);
      const told = [
        about('account', accountId, 'RolesChanged', { accountId, roles: account.roles }),
      ];
      const answer = sessionId
        ? [this.sessions.access({ id: sessionId, withFactor }, account)]
        : [];
      const renamed = about('account', accountId, 'AccountRenamed', { accountId });
      const facts = [
        ...(changed && roles !== account.roles ? told : []),
        ...(name === account.name ? [] : [renamed]),
      ];
      return { told: facts, answer };
    });
    this.standings.changed(actor.id);
    return this.signIn.answer({ accountId: actor.id, withFactor, cookies });
  }
}
