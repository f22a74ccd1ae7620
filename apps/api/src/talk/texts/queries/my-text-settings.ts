import { RequestContext } from '@kernel/context';
import { Database } from '@kernel/database';
import type { TextSettings } from '@wire/texts';
import { Query, QueryBus, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { PhoneOf, ReadersOf } from '../../../people/accounts';
import { NumberMarks } from '../adapters/number-marks';
import { readNumber } from '../adapters/numbers';
import { quietHoursOf } from '../adapters/quiet-hours';
import { isStopped } from '../adapters/text-stops';
import { Texting } from '../adapters/twilio';

/** When am I texted, and did my number end it? */
export class MyTextSettings extends Query<TextSettings> {}

@QueryHandler(MyTextSettings)
export class MyTextSettingsHandler implements IQueryHandler<MyTextSettings> {
  constructor(
    private readonly database: Database,
    private readonly context: RequestContext,
    private readonly queries: QueryBus,
    private readonly marks: NumberMarks,
    private readonly texting: Texting,
  ) {}

  async execute(): Promise<TextSettings> {
    const { id: me } = this.context.actor;
    const quiet = await quietHoursOf(this.database, me);
    const reader = (await this.queries.execute(new ReadersOf([me]))).get(me);
    const { phone } = (await this.queries.execute(new PhoneOf(me))) ?? {};
    const timeZone = reader?.timeZone ?? 'UTC';
    if (!phone) return { quiet, timeZone, isStopped: false, answersTo: null };
    const sender = this.texting.senderFor(readNumber(phone).country);
    return {
      ...{ quiet, timeZone },
      isStopped: await isStopped(this.database, this.marks.of(phone)),
      answersTo: sender.startsWith('+') ? sender : null,
    };
  }
}
