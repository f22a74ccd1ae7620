import type { reveals } from '@wire/access';
import { RequestContext } from '@kernel/context';
import { Database } from '@kernel/database';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type * as z from 'zod';

type Reveals = z.infer<typeof reveals>;

/** What is shown to the asking person right now, and until when. */
export class MyReveals extends Query<Reveals> {}

interface Row {
  readonly subject_id: string;
  readonly fields: Reveals['items'][number]['fields'];
  readonly until: Date;
}

@QueryHandler(MyReveals)
export class MyRevealsHandler implements IQueryHandler<MyReveals> {
  constructor(
    private readonly database: Database,
    private readonly context: RequestContext,
  ) {}

  async execute(): Promise<Reveals> {
    const rows = await this.database.query<Row>(
      `select subject_id, fields, until from reveals where staff_id = $1 and until > now()
        order by until desc limit 200`,
      [this.context.actor.id],
    );
    return {
      items: rows.map(({ subject_id: id, fields, until }) => {
        return { subject: 'Account', id, fields, until: until.toISOString() };
      }),
    };
  }
}
