import { Query, QueryBus, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { Readable } from 'node:stream';
import { Storage } from '../adapters/storage';
import { FileOf } from './file-of';

/** The bytes of a file that the actor may read, for what leaves the house. Rejects files.not_found. */
export class BytesOf extends Query<Readable> {
  constructor(readonly id: string) {
    super();
  }
}

@QueryHandler(BytesOf)
export class BytesOfHandler implements IQueryHandler<BytesOf> {
  constructor(
    private readonly queries: QueryBus,
    private readonly storage: Storage,
  ) {}

  async execute({ id }: BytesOf): Promise<Readable> {
    return this.storage.read(await this.queries.execute(new FileOf(id)));
  }
}
