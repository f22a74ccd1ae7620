import type { Sql } from '@eventstore/record';
import { Clock } from '@kernel/clock';
import { RequestContext } from '@kernel/context';
import { Facts, type Told } from '@kernel/facts';
import { reject } from '@kernel/reject';
import {
  agreedPurposes,
  type Agree as Input,
  type AgreedVersions,
  type ConsentState,
} from '@wire/consents';
import { Injectable } from '@nestjs/common';
import { Command, CommandHandler, QueryBus, type ICommandHandler } from '@nestjs/cqrs';
import { textsNow, textsShown, write, type Said } from '../adapters/consent-rows';
import type { Visit } from '../adapters/whose';
import { ConsentStateOf } from '../queries/consent-state';

/** A member agrees to a text as it is now. Rejects consents.version_past. */
export class Agree extends Command<ConsentState> {
  constructor(
    readonly input: Input,
    readonly visit: Visit,
  ) {
    super();
  }
}

@CommandHandler(Agree)
export class AgreeHandler implements ICommandHandler<Agree> {
  constructor(
    private readonly facts: Facts,
    private readonly clock: Clock,
    private readonly context: RequestContext,
    private readonly queries: QueryBus,
  ) {}

  async execute({ input: { purpose, version, locale }, visit }: Agree): Promise<ConsentState> {
    await this.facts.commit(async (_, sql) => {
      const text = (await textsNow(sql, locale)).get(purpose) ?? reject('consents.no_such_text');
      // Whoever read an older page agreed to other words.
      if (text.version !== version) reject('consents.version_past');
      const { id: subject } = this.context.actor;
      const said: Said = { subject, isGuest: false, purpose, given: true, locale, source: 'terms' };
      return { told: [await write(sql, said, text, this.clock.now())] };
    });
    return this.queries.execute(new ConsentStateOf(visit, locale));
  }
}

interface Opening {
  readonly accountId: string;
  readonly locale: 'en' | 'ar';
  /** What the page showed; without a page the texts of this moment. */
  readonly agreed?: AgreedVersions | undefined;
}

/** Whoever opens an account agrees to the terms and the notice that they were shown, in its transaction. */
@Injectable()
export class AgreedOnArrival {
  constructor(private readonly clock: Clock) {}

  async write(sql: Sql, { accountId: subject, locale, agreed }: Opening): Promise<Told[]> {
    const texts = await (agreed ? textsShown(sql, locale, agreed) : textsNow(sql, locale));
    const told: Told[] = [];
    for (const purpose of agreedPurposes) {
      const text = texts.get(purpose) ?? reject('consents.no_such_text');
      const said = { subject, isGuest: false, purpose, given: true, locale } as const;
      told.push(await write(sql, { ...said, source: 'sign_up' }, text, this.clock.now()));
    }
    return told;
  }
}
