import { about, Facts } from '@kernel/facts';
import { RequestContext } from '@kernel/context';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Account } from '../adapters/account';
import { Challenges } from '../adapters/challenges';
import { evenly } from '../adapters/evenly';
import type { Accepted } from './register-account';

export type LinkPurpose = 'reset' | 'log_in';

const lifeSeconds = { reset: 1_800, log_in: 900 } as const;

/** A link by mail that sets a new password or signs in. The answer tells nothing about the address. */
export class AskLink extends Command<Accepted> {
  constructor(
    readonly email: string,
    readonly purpose: LinkPurpose,
  ) {
    super();
  }
}

@CommandHandler(AskLink)
export class AskLinkHandler implements ICommandHandler<AskLink> {
  constructor(
    private readonly facts: Facts,
    private readonly challenges: Challenges,
    private readonly context: RequestContext,
  ) {}

  /** In circumstances of its own: the request does not wait for what it would not tell. */
  execute({ email, purpose }: AskLink): Promise<Accepted> {
    return evenly(this.context.run({ ...this.context.now }, () => this.ask(email, purpose)));
  }

  private ask(email: string, purpose: LinkPurpose): Promise<void> {
    return this.facts.commit(async (em, sql) => {
      const account = await em.findOne(Account, { email, emailVerifiedAt: { $ne: null } });
      if (!account) return { told: [] };
      const { id: accountId } = account;
      const asked = { accountId, purpose, target: email, lifeSeconds: lifeSeconds[purpose] };
      const challengeId = await this.challenges.askAnew(sql, asked);
      if (!challengeId) return { told: [] };
      const fact = { accountId, challengeId, purpose };
      return { told: [about('account', accountId, 'LinkAsked', fact)] };
    });
  }
}
