import { RequestContext } from '@kernel/context';
import { Database } from '@kernel/database';
import { noticeTopics, type NoticeChoices } from '@wire/notifications';
import { Query, QueryBus, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { ContactsOf } from '../../../people/accounts';
import { isLocked, isUsual, waysOf } from '../domain/topics';

interface Row {
  readonly topic: string;
  readonly channel: string;
  readonly wanted: boolean;
}

/** What am I told, by which way, and what of it may I switch off? */
export class MyNoticeChoices extends Query<NoticeChoices> {}

@QueryHandler(MyNoticeChoices)
export class MyNoticeChoicesHandler implements IQueryHandler<MyNoticeChoices> {
  constructor(
    private readonly database: Database,
    private readonly context: RequestContext,
    private readonly queries: QueryBus,
  ) {}

  async execute(): Promise<NoticeChoices> {
    const { id: me } = this.context.actor;
    const { phoneVerified } = await this.queries.execute(new ContactsOf(me));
    const chosen = await this.database.query<Row>(
      'select topic, channel, wanted from notice_choices where account_id = $1',
      [me],
      'notifications.choices',
    );
    const topics = noticeTopics.map((topic) => ({
      topic,
      channels: waysOf(topic).map((channel) => {
        const own = chosen.find((one) => one.topic === topic && one.channel === channel);
        const wanted = own?.wanted ?? isUsual(topic, channel);
        return { channel, wanted, locked: isLocked(topic, channel) };
      }),
    }));
    return { phoneVerified, topics };
  }
}
