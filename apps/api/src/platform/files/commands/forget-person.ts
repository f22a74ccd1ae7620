import type { Sql } from '@eventstore/record';
import { Clock } from '@kernel/clock';
import { Forgets } from '@kernel/forgetting';
import { OnDue, setTimer } from '@kernel/timers';
import { erased } from '@wire/privacy';
import { Injectable } from '@nestjs/common';
import { Storage } from '../adapters/storage';

/** The law keeps proofs of identity for so long; nobody has a grant to read them any more. */
const identityKeptMs = 5 * 366 * 86_400_000;

const kind = 'files-discard-forgotten';

/** Names go at once, bytes by a deadline of their own that is tried until it is done; hashes stay. */
@Injectable()
@Forgets()
export class ForgetFiles {
  constructor(private readonly clock: Clock) {}

  async forget(sql: Sql, subject: string): Promise<void> {
    const rows = await sql.query<{ id: string; purpose: string }>(
      'update files set name = $2 where owner_id = $1 returning id, purpose',
      [subject, erased],
    );
    await sql.query('delete from file_grants where reader = $1::text', [subject]);
    const now = this.clock.now().getTime();
    for (const { id, purpose } of rows) {
      const dueAt = new Date(now + (purpose === 'identity' ? identityKeptMs : 0)).toISOString();
      await setTimer(sql, { kind, key: id, dueAt });
    }
  }
}

@Injectable()
@OnDue(kind)
export class DiscardForgotten {
  constructor(private readonly storage: Storage) {}

  async due(id: string, _: unknown, sql: Sql): Promise<void> {
    const [file] = await sql.query<{ upload_key: string }>(
      'select upload_key from files where id = $1',
      [id],
    );
    if (file) await this.storage.discard({ id, uploadKey: file.upload_key });
  }
}
