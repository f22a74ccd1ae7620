import type * as wire from '@wire/operations';
import { readRaw } from '@eventstore/postgres';
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
  constructor(private readonly database: Database) {}

  async execute({ stream, filter: { after, limit } }: StreamOf) {
    const [version] = keysAfter(after, keys) ?? [0];
    const events = await readRaw(this.database, stream, version, limit + 1);
    return pageOf(events, limit, (last) => [last.version]);
  }
}
