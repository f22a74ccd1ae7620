import { reject } from '@kernel/reject';
import { Query, QueryBus, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { Storage } from '../adapters/storage';
import { FileOf } from './file-of';

/** A link to the bytes that dies after five minutes. Rejects files.not_found, files.being_checked. */
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
    const file = await this.queries.execute(new FileOf(id));
    if (file.state === 'checking') reject('files.being_checked');
    return this.storage.link(file);
  }
}
