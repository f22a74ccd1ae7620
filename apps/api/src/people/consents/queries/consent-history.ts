import { RequestContext } from '@kernel/context';
import { Database } from '@kernel/database';
import { keysAfter, pageOf } from '@kernel/paging';
import type { consentHistory, consentLine, findConsents } from '@wire/consents';
import { instant } from '@wire/primitives';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import * as z from 'zod';

const keys = z.tuple([instant, z.uuid()]);

type Row = Omit<z.infer<typeof consentLine>, 'at'> & { at: Date };

/** What did I say yes and no to, when, and in which words? */
export class MyConsents extends Query<z.infer<typeof consentHistory>> {
  constructor(readonly filter: z.infer<typeof findConsents>) {
    super();
  }
}

@QueryHandler(MyConsents)
export class MyConsentsHandler implements IQueryHandler<MyConsents> {
  constructor(
    private readonly database: Database,
    private readonly context: RequestContext,
  ) {}

  async execute({ filter: { after, limit } }: MyConsents) {
    const [at, id] = keysAfter(after, keys) ?? [null, null];
    const rows = await this.database.query<Row>(
      `select id, purpose, given, version, hash, locale, source, at from consents
        where subject = $1 and ($2::timestamptz is null or (at, id) < ($2, $3::uuid))
        order by at desc, id desc limit $4`,
      [this.context.actor.id, at, id, limit + 1],
    );
    const found = pageOf(rows, limit, (last) => [last.at.toISOString(), last.id]);
    return {
      items: found.items.map(({ at: when, ...row }) => ({ ...row, at: when.toISOString() })),
      next: found.next,
    };
  }
}
