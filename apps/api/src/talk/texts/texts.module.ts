import { Module } from '@nestjs/common';
import { NumberMarks } from './adapters/number-marks';
import { Texting } from './adapters/twilio';
import { ExpireTexts } from './commands/expire-texts';
import { ForgetTexts } from './commands/forget-person';
import { Hearing, HearStatusHandler } from './commands/hear-status';
import { HearReplyHandler } from './commands/hear-reply';
import { Rest } from './commands/rest';
import { SendText } from './commands/send-text';
import { SetQuietHoursHandler } from './commands/set-quiet-hours';
import { FindTextsHandler } from './queries/find-texts';
import { MyTextSettingsHandler } from './queries/my-text-settings';
import { TellTexts } from './queries/what-is-kept';
import { TextsController } from './texts.controller';

@Module({
  controllers: [TextsController],
  providers: [
    ...[ExpireTexts, FindTextsHandler, ForgetTexts, HearStatusHandler, Hearing],
    ...[HearReplyHandler, MyTextSettingsHandler, SetQuietHoursHandler, NumberMarks, Rest],
    ...[SendText, TellTexts, Texting],
  ],
})
export class TextsModule {}
