import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { Readable } from 'node:stream';
import { Storage } from '../adapters/storage';

/** What the house keeps under a name; null when there is nothing. */
export class KeptObject extends Query<Readable | null> {
  constructor(readonly name: string) {
    super();
  }
}

@QueryHandler(KeptObject)
export class KeptObjectHandler implements IQueryHandler<KeptObject> {
  constructor(private readonly storage: Storage) {}

  execute({ name }: KeptObject): Promise<Readable | null> {
    return this.storage.kept(name);
  }
}
