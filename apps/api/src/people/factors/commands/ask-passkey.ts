import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Assertion, Ceremony } from '@wire/factors';
import { Passkeys } from '../adapters/passkeys';

/** A challenge for a passkey of this account, or of whoever comes when there is none yet. */
export class AskPasskey extends Command<Ceremony> {
  constructor(
    readonly accountId: string | null,
    readonly binding: string | null,
    readonly origin: string | undefined,
  ) {
    super();
  }
}

/** Who logs in with a passkey alone; null when nobody does. */
export class WhoSigned extends Command<string | null> {
  constructor(
    readonly ceremonyId: string,
    readonly response: Assertion,
  ) {
    super();
  }
}

@CommandHandler(AskPasskey)
export class AskPasskeyHandler implements ICommandHandler<AskPasskey> {
  constructor(private readonly passkeys: Passkeys) {}

  execute({ accountId, binding, origin }: AskPasskey): Promise<Ceremony> {
    const purpose = accountId ? 'prove' : 'log_in';
    return this.passkeys.challenge({ purpose, accountId, binding }, origin);
  }
}

@CommandHandler(WhoSigned)
export class WhoSignedHandler implements ICommandHandler<WhoSigned> {
  constructor(private readonly passkeys: Passkeys) {}

  execute({ ceremonyId, response }: WhoSigned): Promise<string | null> {
    const occasion = { purpose: 'log_in', accountId: null, binding: null } as const;
    return this.passkeys.whoSigned(ceremonyId, occasion, response);
  }
}
