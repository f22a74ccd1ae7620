import { format, type Money } from '@money';
import type * as wire from '@wire/notifications';
import { instant } from '@wire/primitives';
import { RequestContext } from '@kernel/context';
import { Database } from '@kernel/database';
import { keysAfter, pageOf } from '@kernel/paging';
import { Query, QueryBus, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import * as z from 'zod';
import { ContractTitle } from '../../../market/contracts';
import { JobTitle } from '../../../market/jobs';
import { OrganisationName } from '../../../people/organisations';
import { NamesOf } from '../../../people/profiles';
import type { About } from '../domain/notices';
import { UnreadNotices } from './unread-notices';

interface Row {
  id: string;
  kind: string;
  side: 'client' | 'provider' | 'both';
  at: Date;
  read_at: Date | null;
  link: string;
  about: About;
}

const keys = z.tuple([instant, z.uuid()]);

/** What happened that I should know of, newest first? */
export class MyNotifications extends Query<z.infer<typeof wire.notifications>> {
  constructor(readonly filter: z.infer<typeof wire.findNotifications>) {
    super();
  }
}

@QueryHandler(MyNotifications)
export class MyNotificationsHandler implements IQueryHandler<MyNotifications> {
  constructor(
    private readonly database: Database,
    private readonly context: RequestContext,
    private readonly queries: QueryBus,
  ) {}

  async execute({ filter: { side, after, limit } }: MyNotifications) {
    const { id: me } = this.context.actor;
    const [at, id] = keysAfter(after, keys) ?? [null, null];
    const rows = await this.database.query<Row>(
      `select id, kind, side, at, read_at, link, about from notifications where account_id = $1
        and ($2::timestamptz is null or (at, id) < ($2, $3::uuid))
        and ($4::text is null or side in ($4, 'both')) order by at desc, id desc limit $5`,
      [me, at, id, side ?? null, limit + 1],
      'notifications.mine',
    );
    const unread = await this.queries.execute(new UnreadNotices());
    const { items, next } = pageOf(rows, limit, (last) => [last.at.toISOString(), last.id]);
    return { items: await Promise.all(items.map((row) => this.view(row))), next, unread };
  }

  private async view({ id, kind, side, at, read_at, link, about }: Row) {
    const variables = await this.variables(about);
    return { id, kind, side, at: at.toISOString(), read: read_at !== null, link, variables };
  }

  private async variables(about: About) {
    const { other, jobId, contractId, organisationId, money = {}, reason, reference } = about;
    const name = organisationId && new OrganisationName(organisationId);
    const organisation = name ? await this.queries.execute(name) : null;
    const people = other ? await this.queries.execute(new NamesOf([other])) : null;
    const job = jobId ? await this.queries.execute(new JobTitle(jobId)) : null;
    const contract = contractId ? await this.queries.execute(new ContractTitle(contractId)) : null;
    const amounts = Object.entries(money).map(([name, one]) => [name, format(one as Money)]);
    return {
      ...(Object.fromEntries(amounts) as Record<string, string>),
      ...(other && { other: people?.get(other)?.name ?? '' }),
      ...(job && { job }),
      ...(contract && { contract }),
      ...(organisation && { organisation }),
      ...(reason && { reason }),
      ...(reference && { reference }),
    };
  }
}
