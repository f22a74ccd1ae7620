import { Clock } from '@kernel/clock';
import { RequestContext } from '@kernel/context';
import { about, Facts } from '@kernel/facts';
import { reject } from '@kernel/reject';
import type { ChooseNotice as Choice, NoticeChoices, NoticeTopic } from '@wire/notifications';
import { Injectable } from '@nestjs/common';
import { Command, CommandHandler, QueryBus, type ICommandHandler } from '@nestjs/cqrs';
import { UnsubscribeTokens } from '../adapters/unsubscribe-tokens';
import { isLocked, waysOf } from '../domain/topics';
import { MyNoticeChoices } from '../queries/my-notice-choices';
import { Wanted } from './wanted';

/** The actor is told of a topic by this way from now on, or no longer. */
export class ChooseNotice extends Command<NoticeChoices> {
  constructor(readonly choice: Choice) {
    super();
  }
}

/** Whoever has the link of a mail ends such mails; once more changes nothing. */
export class Unsubscribe extends Command<{ topic: NoticeTopic }> {
  constructor(readonly token: string) {
    super();
  }
}

/** Writes a choice down and tells the fact, where it changes anything. */
@Injectable()
export class Choosing {
  constructor(
    private readonly facts: Facts,
    private readonly wanted: Wanted,
    private readonly clock: Clock,
  ) {}

  async choose(accountId: string, choice: Choice, by: 'settings' | 'mail'): Promise<void> {
    const { topic, channel } = choice;
    if (isLocked(topic, channel) || !waysOf(topic).includes(channel))
      reject('notifications.locked');
    await this.facts.commit(async (_, sql) => {
      const at = this.clock.now().toISOString();
      const changed = await this.wanted.choose(sql, accountId, choice, at);
      const fact = { accountId, ...choice, by };
      return { told: changed ? [about('notices', accountId, 'NoticeChosen', fact)] : [] };
    });
  }
}

@CommandHandler(ChooseNotice)
export class ChooseNoticeHandler implements ICommandHandler<ChooseNotice> {
  constructor(
    private readonly choosing: Choosing,
    private readonly context: RequestContext,
    private readonly queries: QueryBus,
  ) {}

  async execute({ choice }: ChooseNotice): Promise<NoticeChoices> {
    await this.choosing.choose(this.context.actor.id, choice, 'settings');
    return this.queries.execute(new MyNoticeChoices());
  }
}

@CommandHandler(Unsubscribe)
export class UnsubscribeHandler implements ICommandHandler<Unsubscribe> {
  constructor(
    private readonly choosing: Choosing,
    private readonly tokens: UnsubscribeTokens,
  ) {}

  async execute({ token }: Unsubscribe): Promise<{ topic: NoticeTopic }> {
    const { accountId, topic } =
      this.tokens.read(token) ?? reject('notifications.unsubscribe_invalid');
    await this.choosing.choose(accountId, { topic, channel: 'mail', wanted: false }, 'mail');
    return { topic };
  }
}
