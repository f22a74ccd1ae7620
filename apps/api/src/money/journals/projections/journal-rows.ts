import { Projection, type On } from '@kernel/consumers';
import { Injectable } from '@nestjs/common';
import type { JournalEvent } from '../domain/journals.events';

/** Answers: what was posted by hand, and what was taken back? */
@Injectable()
@Projection('journal-rows')
export class JournalRows {
  readonly tables = ['manual_journals'];

  readonly on: On<JournalEvent> = {
    JournalPosted: async (posted, { recordedAt }, sql) => {
      const { journalId, approvalId, legs, effectiveAt, lateFor } = posted;
      await sql.query(
        `insert into manual_journals (id, approval_id, legs, effective_at, posted_at, late_for)
          values ($1, $2, $3, $4, $5, $6)`,
        [journalId, approvalId, JSON.stringify(legs), effectiveAt, recordedAt, lateFor],
      );
    },
    JournalReversed: async ({ journalId, effectiveAt }, _, sql) => {
      await sql.query('update manual_journals set reversed_at = $2 where id = $1', [
        journalId,
        effectiveAt,
      ]);
    },
  };
}
