import { Global, Module } from '@nestjs/common';
import { CountPageHandler } from './commands/count-page';
import { ExpireGuestConsents, ForgetConsents } from './commands/forget-person';
import { AgreedOnArrival, AgreeHandler } from './commands/agree';
import { GiveConsentsHandler, HearSignalHandler } from './commands/give-consents';
import { PublishTextHandler } from './commands/publish-text';
import { ConsentsController } from './consents.controller';
import { MyConsentsHandler } from './queries/consent-history';
import { ConsentStateOfHandler } from './queries/consent-state';
import { TellConsents } from './queries/what-is-kept';

/** Global for `AgreedOnArrival`, which every way to open an account asks. */
@Global()
@Module({
  controllers: [ConsentsController],
  providers: [
    GiveConsentsHandler,
    HearSignalHandler,
    AgreeHandler,
    AgreedOnArrival,
    CountPageHandler,
    PublishTextHandler,
    ForgetConsents,
    ExpireGuestConsents,
    TellConsents,
    ConsentStateOfHandler,
    MyConsentsHandler,
  ],
  exports: [AgreedOnArrival],
})
export class ConsentsModule {}
