import { Module } from '@nestjs/common';
import { Texting } from './adapters/twilio';
import { ExpireTexts } from './commands/expire-texts';
import { ForgetTexts } from './commands/forget-person';
import { Hearing, HearStatusHandler } from './commands/hear-status';
import { SendText } from './commands/send-text';
import { FindTextsHandler } from './queries/find-texts';
import { TellTexts } from './queries/what-is-kept';
import { TextsController } from './texts.controller';

@Module({
  controllers: [TextsController],
  providers: [
    ...[ExpireTexts, FindTextsHandler, ForgetTexts, HearStatusHandler, Hearing],
    ...[SendText, TellTexts, Texting],
  ],
})
export class TextsModule {}
