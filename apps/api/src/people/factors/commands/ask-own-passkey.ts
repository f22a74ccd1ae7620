import { RequestContext } from '@kernel/context';
import { Command, CommandBus, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Ceremony } from '@wire/factors';
import { AskPasskey } from './ask-passkey';

/** A challenge for a passkey of the actor, bound to this session. */
export class AskOwnPasskey extends Command<Ceremony> {
  constructor(readonly origin: string | undefined) {
    super();
  }
}

@CommandHandler(AskOwnPasskey)
export class AskOwnPasskeyHandler implements ICommandHandler<AskOwnPasskey> {
  constructor(
    private readonly commands: CommandBus,
    private readonly context: RequestContext,
  ) {}

  execute({ origin }: AskOwnPasskey): Promise<Ceremony> {
    const { actor, sessionId = '' } = this.context.now;
    return this.commands.execute(new AskPasskey(actor.id, sessionId, origin));
  }
}
