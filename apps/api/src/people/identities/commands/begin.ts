import { StepUp } from '../../accounts';
import { RequestContext } from '@kernel/context';
import type { WithCookies } from '@kernel/http/cookies';
import type { ProviderName } from '@wire/identities';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Passage } from '../adapters/passage';
import { Providers } from '../adapters/providers';

interface Asked {
  readonly provider: ProviderName;
  readonly returnTo: string;
}
type Away = WithCookies<{ url: string }>;

/** Somebody leaves for a provider, to log in here by it. */
export class BeginLogIn extends Command<Away> {
  constructor(readonly asked: Asked) {
    super();
  }
}

/** The actor leaves for a provider, to connect who they are there with the account. */
export class BeginLink extends Command<Away> {
  constructor(readonly asked: Asked) {
    super();
  }
}

@CommandHandler(BeginLogIn)
export class BeginLogInHandler implements ICommandHandler<BeginLogIn> {
  constructor(
    private readonly providers: Providers,
    private readonly passage: Passage,
  ) {}

  async execute({ asked }: BeginLogIn): Promise<Away> {
    const { url, ...checks } = await this.providers.of(asked.provider).leave();
    const attempt = { ...asked, ...checks, accountId: null, sessionId: null };
    return { body: { url: url.href }, cookies: [await this.passage.leave(attempt)] };
  }
}

@CommandHandler(BeginLink)
export class BeginLinkHandler implements ICommandHandler<BeginLink> {
  constructor(
    private readonly providers: Providers,
    private readonly passage: Passage,
    private readonly stepUp: StepUp,
    private readonly context: RequestContext,
  ) {}

  async execute({ asked }: BeginLink): Promise<Away> {
    this.stepUp.require('security');
    const { actor, sessionId = null } = this.context.now;
    const { url, ...checks } = await this.providers.of(asked.provider).leave();
    const attempt = { ...asked, ...checks, accountId: actor.id, sessionId };
    return { body: { url: url.href }, cookies: [await this.passage.leave(attempt)] };
  }
}
