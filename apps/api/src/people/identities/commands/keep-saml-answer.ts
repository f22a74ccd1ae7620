import { CONFIG, type Config } from '../../../config';
import { ConnectionOf } from '../../sso';
import { unasked, type SamlPost } from '@wire/identities';
import { Inject } from '@nestjs/common';
import { Command, CommandHandler, QueryBus, type ICommandHandler } from '@nestjs/cqrs';
import { Passage } from '../adapters/passage';
import { keyOf } from '../adapters/provider';
import { SamlAnswers } from '../adapters/saml-answers';

interface Redirection {
  readonly url: string;
  readonly statusCode: 303;
}

/**
 * A browser brings the answer of an identity provider. It is kept and nothing is believed yet; the
 * browser goes on to the page that every issuer sends people back to, and nowhere else.
 */
export class KeepSamlAnswer extends Command<Redirection> {
  constructor(
    readonly organisationId: string,
    readonly post: SamlPost,
  ) {
    super();
  }
}

@CommandHandler(KeepSamlAnswer)
export class KeepSamlAnswerHandler implements ICommandHandler<KeepSamlAnswer> {
  constructor(
    private readonly queries: QueryBus,
    private readonly passage: Passage,
    private readonly answers: SamlAnswers,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async execute({ organisationId, post }: KeepSamlAnswer): Promise<Redirection> {
    const url = new URL(`/login/sso/${organisationId}`, this.config.PUBLIC_URL);
    for (const [name, value] of Object.entries(await this.kept(organisationId, post)))
      url.searchParams.set(name, value);
    return { url: url.href, statusCode: 303 };
  }

  /** Nothing is kept of what nobody waits for. */
  private async kept(
    organisationId: string,
    { RelayState: state, SAMLResponse }: SamlPost,
  ): Promise<Record<string, string>> {
    const connection = await this.queries.execute(new ConnectionOf({ organisationId }));
    if (connection?.protocol !== 'saml') return { state: unasked };
    const provider = keyOf(connection.connectionId);
    const isAwaited = await this.passage.isAwaited(provider, state);
    if (!isAwaited && !connection.unasked) return { state: unasked };
    const code = await this.answers.keep(provider, SAMLResponse);
    return { state: isAwaited ? state : unasked, code };
  }
}
