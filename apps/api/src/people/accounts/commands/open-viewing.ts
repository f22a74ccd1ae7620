import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { ViewingTokens } from '../adapters/viewing-tokens';

/** The token with which somebody of staff sees what a member sees. Asked by those who log it. */
export class OpenViewing extends Command<string> {
  constructor(
    readonly viewingId: string,
    readonly accountId: string,
    readonly staffId: string,
    readonly seconds: number,
  ) {
    super();
  }
}

@CommandHandler(OpenViewing)
export class OpenViewingHandler implements ICommandHandler<OpenViewing> {
  constructor(private readonly tokens: ViewingTokens) {}

  execute({ viewingId, accountId, staffId, seconds }: OpenViewing): Promise<string> {
    return Promise.resolve(this.tokens.issue(viewingId, accountId, staffId, seconds));
  }
}
