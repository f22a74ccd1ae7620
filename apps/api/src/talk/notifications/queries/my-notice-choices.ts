import { RequestContext } from '@kernel/context';
import { Database } from '@kernel/database';
import { noticeTopics, type NoticeChoices } from '@wire/notifications';
import { Query, QueryBus, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { ContactsOf } from '../../../people/accounts';
import { isLocked, waysOf } from '../domain/topics';

interface Row {
  readonly topic: string;
  readonly channel: string;
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
    const refused = await this.database.query<Row>(
      'select topic, channel from notice_choices where account_id = $1 and not wanted',
      [me],
      'notifications.choices',
    );
    const topics = noticeTopics.map((topic) => ({
      topic,
      channels: waysOf(topic).map((channel) => {
        const isRefused = refused.some((one) => one.topic === topic && one.channel === channel);
        return { channel, wanted: !isRefused, locked: isLocked(topic, channel) };
      }),
    }));
    return { phoneVerified, topics };
  }
}
