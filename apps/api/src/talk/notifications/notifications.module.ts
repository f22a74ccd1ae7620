import { Module } from '@nestjs/common';
import { TellNotices } from './queries/what-is-kept';
import { ExpireMails, ExpireNotices } from './commands/expire-notices';
import { ForgetNotices } from './commands/forget-person';
import { Post } from './adapters/post';
import { UnsubscribeTokens } from './adapters/unsubscribe-tokens';
import { AccountNotices } from './commands/account-notices';
import { AccessNotices } from './commands/access-notices';
import { ChooseNoticeHandler, Choosing, UnsubscribeHandler } from './commands/choose-notice';
import { DisputeNotices } from './commands/dispute-notices';
import { IdentityNotices } from './commands/identity-notices';
import { MailReaders } from './commands/mail-readers';
import { StandstillNotices } from './commands/standstill-notices';
import { OnboardingNotices } from './commands/onboarding-notices';
import { OrganisationNotices } from './commands/organisation-notices';
import { MailLog } from './commands/mail-log';
import { NoticesOf } from './commands/notices-of';
import { NoticesToStaff } from './commands/notices-to-staff';
import { ReadNotificationsHandler } from './commands/read-notifications';
import { RemindReviewer } from './commands/remind-reviewer';
import { SendMail } from './commands/send-mail';
import { TextNotices } from './commands/text-notices';
import { TextsOwed } from './commands/texts-owed';
import { Wanted } from './commands/wanted';
import { NotificationsController } from './notifications.controller';
import { MailWhenTold } from './policies/mail-when-told';
import { NoteWhenTold } from './policies/note-when-told';
import { RemindWhileInReview } from './policies/remind-while-in-review';
import { TextWhenDisputed } from './policies/text-when-disputed';
import { MyNoticeChoicesHandler } from './queries/my-notice-choices';
import { MyNotificationsHandler } from './queries/my-notifications';
import { UnreadNoticesHandler } from './queries/unread-notices';
import { UnsubscribePageHandler } from './queries/unsubscribe-page';

@Module({
  controllers: [NotificationsController],
  providers: [
    TellNotices,
    ExpireMails,
    ExpireNotices,
    ForgetNotices,
    ...[ChooseNoticeHandler, Choosing, MyNoticeChoicesHandler, UnsubscribeHandler],
    ...[
      UnreadNoticesHandler,
      UnsubscribePageHandler,
      UnsubscribeTokens,
      Wanted,
      TextNotices,
      TextsOwed,
    ],
    ...[MailLog, Post, NoticesOf, NoticesToStaff, MailWhenTold, RemindWhileInReview, NoteWhenTold],
    ...[
      AccountNotices,
      AccessNotices,
      DisputeNotices,
      IdentityNotices,
      MailReaders,
      StandstillNotices,
      OnboardingNotices,
      OrganisationNotices,
      TextWhenDisputed,
      SendMail,
      RemindReviewer,
      ReadNotificationsHandler,
      MyNotificationsHandler,
    ],
  ],
})
export class NotificationsModule {}
