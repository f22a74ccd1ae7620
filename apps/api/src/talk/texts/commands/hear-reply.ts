import { Clock } from '@kernel/clock';
import { Database } from '@kernel/database';
import { about, Facts, type Told } from '@kernel/facts';
import { reject } from '@kernel/reject';
import { replyCallback } from '@wire/texts';
import { Command, CommandHandler, QueryBus, type ICommandHandler } from '@nestjs/cqrs';
import { ReadersOf } from '../../../people/accounts';
import { NumberMarks } from '../adapters/number-marks';
import { isNews, ownerOf, startTexts, stopTexts } from '../adapters/text-stops';
import { Texting, twiml } from '../adapters/twilio';
import { wordIn } from '../domain/reply-word';
import { helpIn } from '../domain/words';

/** Somebody answers a text. Rejects whoever is not Twilio; the answer is TwiML. */
export class HearReply extends Command<string> {
  constructor(
    readonly rawBody: Buffer | undefined,
    readonly signature: string | undefined,
  ) {
    super();
  }
}

interface Wish {
  readonly word: 'stop' | 'start';
  readonly number: string;
  readonly messageSid: string;
}

@CommandHandler(HearReply)
export class HearReplyHandler implements ICommandHandler<HearReply> {
  constructor(
    private readonly facts: Facts,
    private readonly database: Database,
    private readonly queries: QueryBus,
    private readonly clock: Clock,
    private readonly texting: Texting,
    private readonly marks: NumberMarks,
  ) {}

  async execute({ rawBody, signature = '' }: HearReply): Promise<string> {
    const fields = Object.fromEntries(new URLSearchParams(rawBody?.toString()));
    if (!this.texting.isSignedReply(signature, fields)) reject('texts.signature_invalid');
    const reply = replyCallback.parse(fields);
    const { From: number, MessageSid: messageSid, Body: body, OptOutType: handled } = reply;
    const word = wordIn(handled ?? body);
    if (word === 'stop' || word === 'start') await this.obey({ word, number, messageSid });
    // What Twilio looked after it has answered; a second answer would be one too many.
    return twiml(word === 'help' && !handled ? await this.help(number) : undefined);
  }

  private obey({ word, number, messageSid }: Wish): Promise<void> {
    const marks = this.marks.of(number);
    const at = this.clock.now().toISOString();
    return this.facts.commit(async (_, sql) => {
      if (!(await isNews(sql, messageSid, at))) return { told: [] };
      if (word === 'start') return { told: resumed((await startTexts(sql, marks))?.accountId) };
      const stopped = await stopTexts(sql, { marks, by: 'reply', at });
      return { told: ended(stopped?.accountId, 'reply') };
    });
  }

  private async help(number: string): Promise<string> {
    const { accountId } = await ownerOf(this.database, this.marks.of(number));
    if (!accountId) return helpIn('en');
    const reader = (await this.queries.execute(new ReadersOf([accountId]))).get(accountId);
    return helpIn(reader?.locale ?? 'en');
  }
}

/** A number that is nobody's makes no fact. */
export const ended = (accountId: string | null | undefined, by: 'reply' | 'network'): Told[] =>
  accountId ? [about('text-stop', accountId, 'TextsStopped', { accountId, by })] : [];
const resumed = (accountId: string | null | undefined): Told[] =>
  accountId ? [about('text-stop', accountId, 'TextsResumed', { accountId })] : [];
