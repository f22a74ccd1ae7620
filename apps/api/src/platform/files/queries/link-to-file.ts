import { Query, QueryBus, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { Storage } from '../adapters/storage';
import { FileOf } from './file-of';

/** A link to the bytes that dies after five minutes. Rejects files.not_found. */
export class LinkToFile extends Query<string> {
  constructor(readonly id: string) {
    super();
  }
}

@QueryHandler(LinkToFile)
export class LinkToFileHandler implements IQueryHandler<LinkToFile> {
  constructor(
    private readonly queries: QueryBus,
    private readonly storage: Storage,
  ) {}

  async execute({ id }: LinkToFile): Promise<string> {
    return this.storage.link(await this.queries.execute(new FileOf(id)));
  }
}
