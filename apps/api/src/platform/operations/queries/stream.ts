import type * as wire from '@wire/operations';
import { readRaw } from '@eventstore/postgres';
import { mayReadStream } from '@wire/permissions';
import { RequestContext } from '@kernel/context';
import { Database } from '@kernel/database';
import { keysAfter, pageOf } from '@kernel/paging';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import * as z from 'zod';

const keys = z.tuple([z.number().int()]);

/** The events of a stream as they are stored, oldest first; an unknown stream is an empty one. */
export class StreamOf extends Query<z.infer<typeof wire.streamEvents>> {
  constructor(
    readonly stream: string,
    readonly filter: z.infer<typeof wire.findStream>,
  ) {
    super();
  }
}

@QueryHandler(StreamOf)
export class StreamOfHandler implements IQueryHandler<StreamOf> {
  constructor(
    private readonly database: Database,
    private readonly context: RequestContext,
  ) {}

  async execute({ stream, filter: { after, limit } }: StreamOf) {
    // As an unknown one: that it exists would say too much.
    if (!mayReadStream(this.context.actor, stream)) return { items: [], next: null };
    const [version] = keysAfter(after, keys) ?? [0];
    const events = await readRaw(this.database, stream, version, limit + 1);
    return pageOf(events, limit, (last) => [last.version]);
  }
}
