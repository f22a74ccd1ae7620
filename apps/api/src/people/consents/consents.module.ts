import { Module } from '@nestjs/common';
import { CountPageHandler } from './commands/count-page';
import { ExpireGuestConsents, ForgetConsents } from './commands/forget-person';
import {
  AcceptTermsHandler,
  GiveConsentsHandler,
  HearSignalHandler,
} from './commands/give-consents';
import { PublishTextHandler } from './commands/publish-text';
import { ConsentsController } from './consents.controller';
import { MyConsentsHandler } from './queries/consent-history';
import { ConsentStateOfHandler } from './queries/consent-state';
import { TellConsents } from './queries/what-is-kept';

@Module({
  controllers: [ConsentsController],
  providers: [
    GiveConsentsHandler,
    HearSignalHandler,
    AcceptTermsHandler,
    CountPageHandler,
    PublishTextHandler,
    ForgetConsents,
    ExpireGuestConsents,
    TellConsents,
    ConsentStateOfHandler,
    MyConsentsHandler,
  ],
})
export class ConsentsModule {}
