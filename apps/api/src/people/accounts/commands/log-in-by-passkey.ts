import type { WithCookies } from '@kernel/http/cookies';
import type { Visitor } from '@kernel/http/visitor';
import { reject } from '@kernel/reject';
import type { ByPasskey, Viewer } from '@wire/accounts';
import type { Ceremony } from '@wire/factors';
import { EntityManager } from '@mikro-orm/postgresql';
import { Command, CommandBus, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { AskPasskey, WhoSigned } from '../../factors';
import { Account } from '../adapters/account';
import { SignIn } from './sign-in';

/** A challenge for whichever passkey the browser has for this site. */
export class AskAnyPasskey extends Command<Ceremony> {
  constructor(readonly origin: string | undefined) {
    super();
  }
}

/** Signs in with a passkey alone: it is a thing and a finger, two factors in one. */
export class LogInByPasskey extends Command<WithCookies<Viewer>> {
  constructor(
    readonly input: ByPasskey,
    readonly visitor: Visitor,
  ) {
    super();
  }
}

@CommandHandler(AskAnyPasskey)
export class AskAnyPasskeyHandler implements ICommandHandler<AskAnyPasskey> {
  constructor(private readonly commands: CommandBus) {}

  execute({ origin }: AskAnyPasskey): Promise<Ceremony> {
    return this.commands.execute(new AskPasskey(null, null, origin));
  }
}

@CommandHandler(LogInByPasskey)
export class LogInByPasskeyHandler implements ICommandHandler<LogInByPasskey> {
  constructor(
    private readonly commands: CommandBus,
    private readonly entities: EntityManager,
    private readonly signIn: SignIn,
  ) {}

  async execute({ input, visitor }: LogInByPasskey): Promise<WithCookies<Viewer>> {
    const who = await this.commands.execute(new WhoSigned(input.ceremonyId, input.response));
    const account = who ? await this.entities.fork().findOne(Account, who) : null;
    if (!account?.emailVerifiedAt) return reject('factors.passkey_refused');
    await this.signIn.pass(account, { by: 'passkey' });
    return this.signIn.open(account, { visitor, withFactor: true });
  }
}
