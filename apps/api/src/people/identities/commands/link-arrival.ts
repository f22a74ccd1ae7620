import { SignedInSince, StepUp } from '../../accounts';
import { RequestContext } from '@kernel/context';
import { Facts } from '@kernel/facts';
import type { WithCookies } from '@kernel/http/cookies';
import { reject } from '@kernel/reject';
import { Command, CommandHandler, QueryBus, type ICommandHandler } from '@nestjs/cqrs';
import { arrivalCookie, Passage } from '../adapters/passage';
import { Homes } from './homes';

/**
 * Who arrived is the actor: asked for, and never done silently. They logged in after they had come
 * back from the provider, or show a second time who they are.
 */
export class LinkArrival extends Command<WithCookies<{ returnTo: string }>> {
  constructor(readonly token: string | undefined) {
    super();
  }
}

@CommandHandler(LinkArrival)
export class LinkArrivalHandler implements ICommandHandler<LinkArrival> {
  constructor(
    private readonly passage: Passage,
    private readonly facts: Facts,
    private readonly stepUp: StepUp,
    private readonly queries: QueryBus,
    private readonly context: RequestContext,
    private readonly homes: Homes,
  ) {}

  async execute({ token }: LinkArrival): Promise<WithCookies<{ returnTo: string }>> {
    const arrived = await this.passage.arrived(token);
    if (!arrived) return reject('identities.arrival_ended');
    const { actor, sessionId } = this.context.now;
    const since = new SignedInSince(sessionId, arrived.createdAt);
    if (!(await this.queries.execute(since))) this.stepUp.require('security');
    await this.homes.mayMoveIn(actor.id, arrived);
    await this.facts.commit(async (_, sql) => {
      if (!(await this.passage.settle(sql, token))) reject('identities.arrival_ended');
      return { told: await this.homes.moveIn(sql, actor.id, arrived) };
    });
    this.homes.moved(actor.id, arrived);
    const { returnTo } = arrived;
    return { body: { returnTo }, cookies: [this.passage.goodbye(arrivalCookie)] };
  }
}
