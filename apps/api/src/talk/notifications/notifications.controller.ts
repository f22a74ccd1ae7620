import * as wire from '@wire/notifications';
import { Takes } from '@kernel/http/bodies';
import { Can, Open } from '@kernel/http/can';
import { Returns } from '@kernel/http/returns';
import { Body, Controller, Get, HttpCode, Post, Put, Query, Redirect } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { ApiOperation } from '@nestjs/swagger';
import { ChooseNotice, Unsubscribe } from './commands/choose-notice';
import { ReadNotifications } from './commands/read-notifications';
import { MyNoticeChoices } from './queries/my-notice-choices';
import { MyNotifications } from './queries/my-notifications';
import { UnreadNotices } from './queries/unread-notices';
import { UnsubscribePage } from './queries/unsubscribe-page';

@Controller('api/notifications')
export class NotificationsController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  @Get()
  @ApiOperation({ summary: 'What you were told.' })
  @Can('read', 'Notification')
  @Returns(wire.notifications)
  mine(
    @Query({ schema: wire.findNotifications }) filter: MyNotifications['filter'],
  ): Promise<unknown> {
    return this.queries.execute(new MyNotifications(filter));
  }

  @Get('unread')
  @ApiOperation({ summary: 'How much of it you have not read.' })
  @Can('read', 'Notification')
  @Returns(wire.unreadNotices)
  unread(): Promise<wire.UnreadNotices> {
    return this.queries.execute(new UnreadNotices());
  }

  @Post('read')
  @HttpCode(204)
  @Can('update', 'Notification')
  read(@Body({ schema: wire.readNotifications }) which: ReadNotifications['which']): Promise<void> {
    return this.commands.execute(new ReadNotifications(which));
  }

  @Get('choices')
  @ApiOperation({ summary: 'What you are told, and how.' })
  @Can('read', 'Account')
  @Returns(wire.noticeChoices)
  choices(): Promise<wire.NoticeChoices> {
    return this.queries.execute(new MyNoticeChoices());
  }

  @Put('choices')
  @Can('update', 'Account')
  @Returns(wire.noticeChoices)
  choose(@Body({ schema: wire.chooseNotice }) choice: wire.ChooseNotice) {
    return this.commands.execute(new ChooseNotice(choice));
  }

  @Get('unsubscribe')
  @Open()
  @Redirect()
  asked(@Query({ schema: wire.byUnsubscribeToken }) { token }: Unsubscribe): Promise<object> {
    return this.queries.execute(new UnsubscribePage(token));
  }

  /** Mail programs post a form here that says what the address says (RFC 8058). */
  @Post('unsubscribe')
  @HttpCode(200)
  @Open()
  @Takes('application/json', 'application/x-www-form-urlencoded', 'multipart/form-data')
  @Returns(wire.unsubscribed)
  unsubscribe(@Query({ schema: wire.byUnsubscribeToken }) { token }: Unsubscribe) {
    return this.commands.execute(new Unsubscribe(token));
  }
}
