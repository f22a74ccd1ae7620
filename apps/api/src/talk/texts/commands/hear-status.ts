import type { Sql } from '@eventstore/record';
import { Clock } from '@kernel/clock';
import { about, Facts, type Told } from '@kernel/facts';
import { reject } from '@kernel/reject';
import { statusCallback } from '@wire/texts';
import { Injectable } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { changeText, textForChange, type TextRow } from '../adapters/text-rows';
import { stopTexts } from '../adapters/text-stops';
import { Texting } from '../adapters/twilio';
import { mailInstead } from '../domain/purposes';
import { afterHearing, isLost } from '../domain/text-status';
import { ended } from './hear-reply';

/** Twilio says what became of a text. Rejects whoever is not Twilio. */
export class HearStatus extends Command<void> {
  constructor(
    readonly textId: string,
    readonly rawBody: Buffer | undefined,
    readonly signature: string | undefined,
  ) {
    super();
  }
}

interface Word {
  readonly said: string;
  readonly errorCode: number | null;
}

/** Writes down what is heard of a text; that it is lost is a fact. */
@Injectable()
export class Hearing {
  constructor(
    private readonly facts: Facts,
    private readonly clock: Clock,
  ) {}

  hear(textId: string, { said, errorCode }: Word): Promise<void> {
    return this.facts.commit(async (_, sql) => {
      const text = (await textForChange(sql, textId)) ?? reject('texts.not_found');
      const status = afterHearing(text.status, said, errorCode);
      if (status === text.status) return { told: [] };
      await changeText(sql, textId, { status, errorCode });
      const stopped = status === 'suppressed' ? await this.stop(sql, text) : [];
      const { account_id: accountId, challenge_id: challengeId, purpose } = text;
      const instead = mailInstead(purpose, challengeId);
      const fact = { textId, accountId, purpose, errorCode, mailInstead: instead };
      const told: Told[] = isLost(status) ? [about('text', textId, 'TextFailed', fact)] : [];
      return { told: [...told, ...stopped] };
    });
  }

  /** What Twilio knows of the number we know from now on. */
  private async stop(sql: Sql, { mark }: TextRow): Promise<Told[]> {
    if (!mark) return [];
    const at = this.clock.now().toISOString();
    return ended(
      (await stopTexts(sql, { marks: [mark], by: 'network', at }))?.accountId,
      'network',
    );
  }
}

@CommandHandler(HearStatus)
export class HearStatusHandler implements ICommandHandler<HearStatus> {
  constructor(
    private readonly texting: Texting,
    private readonly hearing: Hearing,
  ) {}

  async execute({ textId, rawBody, signature = '' }: HearStatus): Promise<void> {
    // As they were sent: the signature covers all of them, and Twilio adds new ones at any time.
    const fields = Object.fromEntries(new URLSearchParams(rawBody?.toString()));
    if (!this.texting.isSigned(textId, signature, fields)) reject('texts.signature_invalid');
    const { MessageStatus: said, ErrorCode: code } = statusCallback.parse(fields);
    await this.hearing.hear(textId, { said, errorCode: code ?? null });
  }
}
