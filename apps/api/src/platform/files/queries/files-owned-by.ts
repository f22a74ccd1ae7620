import { Database } from '@kernel/database';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';

interface Owned {
  readonly id: string;
  readonly name: string;
}

/** The files that somebody sent in, whole and let in. */
export class FilesOwnedBy extends Query<Owned[]> {
  constructor(readonly ownerId: string) {
    super();
  }
}

@QueryHandler(FilesOwnedBy)
export class FilesOwnedByHandler implements IQueryHandler<FilesOwnedBy> {
  constructor(private readonly database: Database) {}

  execute({ ownerId }: FilesOwnedBy): Promise<Owned[]> {
    return this.database.query<Owned>(
      `select id, name from files where owner_id = $1 and completed_at is not null
        and refused_for is null order by id`,
      [ownerId],
    );
  }
}
