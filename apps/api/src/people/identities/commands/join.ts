import { EnterAccount, OpenAccount } from '../../accounts';
import { Facts } from '@kernel/facts';
import type { WithCookies } from '@kernel/http/cookies';
import type { Visitor } from '@kernel/http/visitor';
import { reject } from '@kernel/reject';
import type { Join as Input, Joined } from '@wire/identities';
import { Command, CommandBus, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { arrivalCookie, Passage, type Arrived } from '../adapters/passage';
import { Homes } from './homes';

/**
 * A new account for who arrived. Where the provider knows the address to be theirs the identity
 * opens it at once; otherwise the address is proved by mail first, and linked by who proved it.
 */
export class Join extends Command<WithCookies<Joined>> {
  constructor(
    readonly token: string | undefined,
    readonly input: Input,
    readonly visitor: Visitor,
  ) {
    super();
  }
}

@CommandHandler(Join)
export class JoinHandler implements ICommandHandler<Join> {
  constructor(
    private readonly passage: Passage,
    private readonly facts: Facts,
    private readonly commands: CommandBus,
    private readonly homes: Homes,
  ) {}

  async execute({ token, input, visitor }: Join): Promise<WithCookies<Joined>> {
    const arrived = await this.passage.arrived(token);
    if (!arrived) return reject('identities.arrival_ended');
    const email = arrived.email ?? input.email ?? reject('identities.email_missing');
    const proved = arrived.emailVerified && arrived.email === email;
    await this.homes.mayJoin(arrived);
    const accountId = await this.commands.execute(new OpenAccount({ ...input, email }, proved));
    if (!proved) return { body: { next: 'verify', email }, cookies: [] };
    if (accountId === null) return reject('identities.email_taken');
    await this.moveIn(accountId, arrived, token);
    const way = await this.homes.wayOf(arrived);
    const entering = new EnterAccount(accountId, visitor, way);
    const { body, cookies } = await this.commands.execute(entering);
    // Nobody has a second factor in an account that is a moment old.
    if ('next' in body) return reject('identities.arrival_ended');
    return {
      body: { next: 'enter', returnTo: arrived.returnTo, viewer: body },
      cookies: [...cookies, this.passage.goodbye(arrivalCookie)],
    };
  }

  private async moveIn(accountId: string, arrived: Arrived, token?: string): Promise<void> {
    await this.facts.commit(async (_, sql) => {
      if (!(await this.passage.settle(sql, token))) reject('identities.arrival_ended');
      return { told: await this.homes.moveIn(sql, accountId, arrived) };
    });
    this.homes.moved(accountId, arrived);
  }
}
