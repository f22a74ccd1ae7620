import { RequestContext } from '@kernel/context';
import { Database } from '@kernel/database';
import { reject } from '@kernel/reject';
import type { Sql } from '@eventstore/record';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';

/** Lets an account, or everybody, read files of the actor. Rejects files.not_found. */
export class GrantFiles extends Command<void> {
  constructor(
    readonly ids: Iterable<string>,
    readonly reader: string,
    /** The transaction to join; without it the grant stands by itself. */
    readonly sql?: Sql,
  ) {
    super();
  }
}

@CommandHandler(GrantFiles)
export class GrantFilesHandler implements ICommandHandler<GrantFiles> {
  constructor(
    private readonly database: Database,
    private readonly context: RequestContext,
  ) {}

  async execute({ ids, reader, sql = this.database }: GrantFiles): Promise<void> {
    const wanted = [...new Set(ids)];
    if (wanted.length === 0) return;
    const { type, id: actor } = this.context.actor;
    const found = await sql.query<{ owner_id: string }>(
      `select owner_id from files
        where id = any($1::uuid[]) and completed_at is not null and refused_for is null`,
      [wanted],
    );
    if (found.length < wanted.length) reject('files.not_found');
    if (type !== 'system' && found.some(({ owner_id }) => owner_id !== actor))
      reject('files.not_found');
    await sql.query(
      `insert into file_grants (file_id, reader) select unnest($1::uuid[]), $2 on conflict do nothing`,
      [wanted, reader],
    );
  }
}
