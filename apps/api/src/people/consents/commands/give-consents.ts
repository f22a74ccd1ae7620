import { CONFIG, type Config } from '../../../config';
import { Clock } from '@kernel/clock';
import { RequestContext } from '@kernel/context';
import { Facts } from '@kernel/facts';
import { reject } from '@kernel/reject';
import type { WithCookies } from '@kernel/http/cookies';
import type { ConsentState, GiveConsents as Input } from '@wire/consents';
import { Inject } from '@nestjs/common';
import { Command, CommandHandler, QueryBus, type ICommandHandler } from '@nestjs/cqrs';
import { latestOf, textsNow, write, type Said } from '../adapters/consent-rows';
import { cookieOf, newGuest, whose, type Visit } from '../adapters/whose';
import { unsaid, wanted } from '../domain/choices';
import { ConsentStateOf } from '../queries/consent-state';

type Locale = 'en' | 'ar';

/** Whoever asks says yes or no; a guest is given a number in a cookie to be remembered by. */
export class GiveConsents extends Command<WithCookies<ConsentState>> {
  constructor(
    readonly input: Input,
    readonly visit: Visit,
  ) {
    super();
  }
}

/** The browser says for the person that nothing may be counted or sold. */
export class HearSignal extends Command<WithCookies<ConsentState>> {
  constructor(
    readonly visit: Visit,
    readonly locale: Locale,
  ) {
    super();
  }
}

@CommandHandler(GiveConsents)
export class GiveConsentsHandler implements ICommandHandler<GiveConsents> {
  constructor(
    private readonly facts: Facts,
    private readonly clock: Clock,
    private readonly context: RequestContext,
    private readonly queries: QueryBus,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async execute({ input, visit }: GiveConsents): Promise<WithCookies<ConsentState>> {
    const { locale, source } = input;
    const who = whose(this.context, visit) ?? newGuest();
    await this.facts.commit(async (_, sql) => {
      const texts = await textsNow(sql, locale);
      const told = [];
      for (const { purpose, given, bySignal } of wanted(input.choices, visit.hasSignal)) {
        const text = texts.get(purpose) ?? reject('consents.no_such_text');
        const said: Said = { ...who, purpose, given, locale, source: bySignal ? 'gpc' : source };
        told.push(await write(sql, said, text, this.clock.now()));
      }
      return { told };
    });
    const body = await this.queries.execute(
      new ConsentStateOf({ ...visit, guest: who.subject }, locale),
    );
    return { body, cookies: cookieOf(who, this.config.PUBLIC_URL.startsWith('https:')) };
  }
}

@CommandHandler(HearSignal)
export class HearSignalHandler implements ICommandHandler<HearSignal> {
  constructor(
    private readonly facts: Facts,
    private readonly clock: Clock,
    private readonly context: RequestContext,
    private readonly queries: QueryBus,
  ) {}

  async execute({ visit, locale }: HearSignal): Promise<WithCookies<ConsentState>> {
    const who = whose(this.context, visit);
    // A guest who chose nothing has said yes to nothing: there is nothing to withdraw.
    if (who && visit.hasSignal)
      await this.facts.commit(async (_, sql) => {
        const texts = await textsNow(sql, locale);
        const versions = new Map([...texts].map(([name, { version }]) => [name, version] as const));
        const told = [];
        for (const purpose of unsaid(await latestOf(sql, who.subject), versions)) {
          const text = texts.get(purpose) ?? reject('consents.no_such_text');
          const said: Said = { ...who, purpose, given: false, locale, source: 'gpc' };
          told.push(await write(sql, said, text, this.clock.now()));
        }
        return { told };
      });
    return { body: await this.queries.execute(new ConsentStateOf(visit, locale)), cookies: [] };
  }
}
