import { RequestContext } from '@kernel/context';
import { reject } from '@kernel/reject';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Passkeys } from '../adapters/passkeys';

/** Gives one of the actor's passkeys another name. */
export class RenamePasskey extends Command<void> {
  constructor(
    readonly passkeyId: string,
    readonly name: string,
  ) {
    super();
  }
}

@CommandHandler(RenamePasskey)
export class RenamePasskeyHandler implements ICommandHandler<RenamePasskey> {
  constructor(
    private readonly passkeys: Passkeys,
    private readonly context: RequestContext,
  ) {}

  async execute({ passkeyId, name }: RenamePasskey): Promise<void> {
    if (!(await this.passkeys.rename(this.context.actor.id, passkeyId, name)))
      reject('request.not_found');
  }
}
