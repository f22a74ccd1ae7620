import { RequestContext } from '@kernel/context';
import { Database } from '@kernel/database';
import type { FileView } from '@wire/files';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';

/** Stored files by id. One that the actor may not read is not in the answer; the system sees all. */
export class DescribeFiles extends Query<Map<string, FileView>> {
  constructor(readonly ids: Iterable<string>) {
    super();
  }
}

type Row = Omit<FileView, 'url' | 'mediaType' | 'size'> & { media_type: string; size: string };

@QueryHandler(DescribeFiles)
export class DescribeFilesHandler implements IQueryHandler<DescribeFiles> {
  constructor(
    private readonly database: Database,
    private readonly context: RequestContext,
  ) {}

  async execute({ ids }: DescribeFiles): Promise<Map<string, FileView>> {
    const wanted = [...new Set(ids)];
    if (wanted.length === 0) return new Map();
    const { type, id: reader } = this.context.actor;
    const rows = await this.database.query<Row>(
      `select f.id, f.name, f.size, f.media_type, f.sha256,
          case when f.checked_at is null then 'checking' else 'ready' end as state from files f
        where f.id = any($1::uuid[]) and f.completed_at is not null and f.refused_for is null
          and ($2 or f.owner_id::text = $3 or exists (select from file_grants g
                where g.file_id = f.id and g.reader in ($3, 'public')))`,
      [wanted, type === 'system', reader],
      'files.describe',
    );
    return new Map(rows.map((row) => [row.id, viewOf(row)]));
  }
}

function viewOf({ id, name, size, media_type: mediaType, sha256, state }: Row): FileView {
  return {
    id,
    name,
    size: Number(size),
    mediaType,
    sha256,
    state,
    url: `/api/files/${id}/content`,
  };
}
