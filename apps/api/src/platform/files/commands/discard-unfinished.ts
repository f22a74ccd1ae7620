import type { Sql } from '@eventstore/record';
import { OnDue } from '@kernel/timers';
import { Injectable } from '@nestjs/common';
import { Storage } from '../adapters/storage';

export const unfinished = 'files-discard-unfinished';

/** What was begun and never completed is removed after a day, bytes first. */
@Injectable()
@OnDue(unfinished)
export class DiscardUnfinished {
  constructor(private readonly storage: Storage) {}

  async due(id: string, _: unknown, sql: Sql): Promise<void> {
    const [file] = await sql.query<{ upload_key: string }>(
      'select upload_key from files where id = $1 and completed_at is null for update',
      [id],
    );
    if (!file) return;
    await this.storage.discard({ id, uploadKey: file.upload_key });
    await sql.query('delete from files where id = $1', [id]);
  }
}
