import { EnterAccount } from '../../accounts';
import { RequestContext } from '@kernel/context';
import { Database } from '@kernel/database';
import { Facts } from '@kernel/facts';
import type { WithCookies } from '@kernel/http/cookies';
import type { Visitor } from '@kernel/http/visitor';
import { reject } from '@kernel/reject';
import type { Finished, ProviderAnswer, ProviderName } from '@wire/identities';
import { Command, CommandBus, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { accountOf, link } from '../adapters/identity-rows';
import { Passage, passageCookie, type Attempt } from '../adapters/passage';
import type { Profile } from '../adapters/provider';
import { Providers } from '../adapters/providers';

/** Somebody came back from a provider. In, on to the second factor, or in search of a home. */
export class Finish extends Command<WithCookies<Finished>> {
  constructor(
    readonly provider: ProviderName,
    readonly answer: ProviderAnswer,
    readonly token: string | undefined,
    readonly visitor: Visitor,
  ) {
    super();
  }
}

@CommandHandler(Finish)
export class FinishHandler implements ICommandHandler<Finish> {
  constructor(
    private readonly providers: Providers,
    private readonly passage: Passage,
    private readonly database: Database,
    private readonly facts: Facts,
    private readonly commands: CommandBus,
    private readonly context: RequestContext,
  ) {}

  async execute({ provider, answer, token, visitor }: Finish): Promise<WithCookies<Finished>> {
    const attempt = await this.passage.back(token, provider, answer);
    this.isWhoBegan(attempt);
    const profile = await this.providers.of(provider).finish(answer, attempt);
    const { returnTo, accountId } = attempt;
    const { body, cookies } = accountId
      ? await this.connect(accountId, profile, returnTo)
      : await this.enter(profile, returnTo, visitor);
    return { body, cookies: [...cookies, this.passage.goodbye(passageCookie)] };
  }

  /** Nobody ends in another account what was begun in the settings of one. */
  private isWhoBegan({ accountId, sessionId }: Attempt): void {
    const { actor, sessionId: now = null } = this.context.now;
    if (accountId !== null && (actor.id !== accountId || now !== sessionId))
      reject('identities.attempt_ended');
  }

  private async connect(accountId: string, profile: Profile, returnTo: string) {
    await this.facts.commit(async (_, sql) => ({ told: await link(sql, accountId, profile) }));
    return { body: { next: 'linked' as const, returnTo }, cookies: [] };
  }

  private async enter(
    profile: Profile,
    returnTo: string,
    visitor: Visitor,
  ): Promise<WithCookies<Finished>> {
    const accountId = await accountOf(this.database, profile);
    if (accountId === null) {
      const cookies = [await this.passage.arrive(profile, returnTo)];
      return { body: { next: 'arrived', returnTo }, cookies };
    }
    const entered = await this.commands.execute(new EnterAccount(accountId, visitor));
    const body: Finished =
      'next' in entered.body
        ? { next: 'factor', returnTo }
        : { next: 'enter', returnTo, viewer: entered.body };
    return { body, cookies: entered.cookies };
  }
}
