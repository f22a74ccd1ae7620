import { reject } from '@kernel/reject';
import type { FileView } from '@wire/files';
import { Query, QueryBus, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { DescribeFiles } from './describe-files';

/** One stored file. Rejects files.not_found also when the actor may not read it. */
export class FileOf extends Query<FileView> {
  constructor(readonly id: string) {
    super();
  }
}

@QueryHandler(FileOf)
export class FileOfHandler implements IQueryHandler<FileOf> {
  constructor(private readonly queries: QueryBus) {}

  async execute({ id }: FileOf): Promise<FileView> {
    const found = await this.queries.execute(new DescribeFiles([id]));
    return found.get(id) ?? reject('files.not_found');
  }
}
