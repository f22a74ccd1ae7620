import * as wire from '@wire/notifications';
import { Can } from '@kernel/http/can';
import { Returns } from '@kernel/http/returns';
import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { ReadNotifications } from './commands/read-notifications';
import { MyNotifications } from './queries/my-notifications';

@Controller('api/notifications')
export class NotificationsController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  @Get()
  @Can('read', 'Notification')
  @Returns(wire.notifications)
  mine(
    @Query({ schema: wire.findNotifications }) filter: MyNotifications['filter'],
  ): Promise<unknown> {
    return this.queries.execute(new MyNotifications(filter));
  }

  @Post('read')
  @HttpCode(204)
  @Can('read', 'Notification')
  read(@Body({ schema: wire.readNotifications }) which: ReadNotifications['which']): Promise<void> {
    return this.commands.execute(new ReadNotifications(which));
  }
}
