import type { Sql } from '@eventstore/record';
import { Injectable } from '@nestjs/common';

/** Remembers that a session has seen a second factor; its next access token says so. */
@Injectable()
export class ShownFactors {
  async note(sql: Sql, sessionId: string | undefined): Promise<void> {
    await sql.query('update sessions set with_factor = true where id = $1', [sessionId ?? null]);
  }
}
