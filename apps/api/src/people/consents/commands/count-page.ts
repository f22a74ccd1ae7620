import { Clock } from '@kernel/clock';
import { RequestContext } from '@kernel/context';
import { Database } from '@kernel/database';
import { reject } from '@kernel/reject';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { latestHere, textsNow } from '../adapters/consent-rows';
import { guestOf, whose, type Visit } from '../adapters/whose';
import { holds } from '../domain/choices';

/** One more of this kind of page was seen. Rejects consents.needed: nobody is counted who did not say yes. */
export class CountPage extends Command<void> {
  constructor(
    readonly page: string,
    readonly visit: Visit,
  ) {
    super();
  }
}

@CommandHandler(CountPage)
export class CountPageHandler implements ICommandHandler<CountPage> {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly context: RequestContext,
  ) {}

  async execute({ page, visit }: CountPage): Promise<void> {
    const who = whose(this.context, visit);
    if (!who) return reject('consents.needed');
    const version = (await textsNow(this.database, 'en')).get('analytics')?.version ?? 1;
    const known = (await latestHere(this.database, who, guestOf(visit))).get('analytics');
    if (!holds(known, version, visit.hasSignal)) reject('consents.needed');
    await this.database.query(
      `insert into page_views (day, page, views) values ($1, $2, 1)
        on conflict (day, page) do update set views = page_views.views + 1`,
      [this.clock.now().toISOString().slice(0, 10), page],
    );
  }
}
