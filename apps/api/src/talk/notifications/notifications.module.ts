import { Module } from '@nestjs/common';
import { MailLog } from './adapters/mail-log';
import { Post } from './adapters/post';
import { ReadNotificationsHandler } from './commands/read-notifications';
import { RemindReviewer } from './commands/remind-reviewer';
import { SendMail } from './commands/send-mail';
import { NotificationsController } from './notifications.controller';
import { MailWhenTold } from './policies/mail-when-told';
import { RemindWhileInReview } from './policies/remind-while-in-review';
import { Inbox } from './projections/inbox';
import { MyNotificationsHandler } from './queries/my-notifications';
import { NoticesOf } from './queries/notices-of';

@Module({
  controllers: [NotificationsController],
  providers: [
    ...[MailLog, Post, NoticesOf, MailWhenTold, RemindWhileInReview, Inbox],
    ...[SendMail, RemindReviewer, ReadNotificationsHandler, MyNotificationsHandler],
  ],
})
export class NotificationsModule {}
