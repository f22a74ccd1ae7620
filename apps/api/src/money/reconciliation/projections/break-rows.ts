import type { Sql } from '@eventstore/record';
import { Projection, type On } from '@kernel/consumers';
import { Wakeups } from '@kernel/wakeups';
import { Injectable } from '@nestjs/common';
import type { ReconciliationEvent } from '../domain/reconciliation.events';

/** Answers: which days were compared, and which differences does nobody understand yet? */
@Injectable()
@Projection('recon-break-rows')
export class BreakRows {
  constructor(private readonly wakeups: Wakeups) {}

  readonly on: On<ReconciliationEvent> = {
    ReconciliationRun: async (run, { metadata }, sql) => {
      const { gateway, date, statementHash, lines, matched, breaks, totals } = run;
      await this.run(
        sql,
        [gateway, date, metadata.at, statementHash, null, lines, matched, breaks],
        totals,
      );
    },
    StatementRefused: async ({ gateway, date, code }, { metadata }, sql) =>
      this.run(sql, [gateway, date, metadata.at, null, code, 0, 0, 0], []),
    BreakOpened: async (one, { metadata }, sql) => {
      const { breakId, source, date, kind, reference, expected, actual, journalId } = one;
      await sql.query(
        `insert into recon_breaks (id, source, date, kind, status, reference, currency, expected,
            actual, journal, opened_at)
          values ($1, $2, $3, $4, 'open', $5, $6, $7, $8, $9, $10)
          on conflict (id) do update set status = 'open', outcome = null, resolved_at = null,
            expected = excluded.expected, actual = excluded.actual, opened_at = excluded.opened_at`,
        [
          ...[breakId, source, date, kind, reference, expected.currency, expected.amountMinor],
          ...[actual.amountMinor, journalId, metadata.at],
        ],
      );
      this.wakeups.tell('changed', 'reconciliation');
    },
    BreakAssigned: ({ breakId, ownerId }, _, sql) =>
      this.set(sql, 'owner_id = $2', [breakId, ownerId]),
    BreakNoted: () => {
      this.wakeups.tell('changed', 'reconciliation');
      return Promise.resolve();
    },
    BreakEntriesProposed: ({ breakId, approvalId }, _, sql) =>
      this.set(sql, `status = 'proposed', approval_id = $2`, [breakId, approvalId]),
    BreakEntriesRefused: ({ breakId }, _, sql) =>
      this.set(sql, `status = 'open', approval_id = null`, [breakId]),
    BreakResolved: ({ breakId, outcome }, { metadata }, sql) =>
      this.set(sql, `status = 'resolved', outcome = $2, resolved_at = $3`, [
        ...[breakId, outcome, metadata.at],
      ]),
  };

  private async run(sql: Sql, values: unknown[], totals: unknown): Promise<void> {
    await sql.query(
      `insert into recon_runs (gateway, date, at, statement_hash, refusal, lines, matched, breaks, totals)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
        on conflict (gateway, date) do update set at = excluded.at,
          statement_hash = excluded.statement_hash, refusal = excluded.refusal, lines = excluded.lines,
          matched = excluded.matched, breaks = excluded.breaks, totals = excluded.totals`,
      [...values, JSON.stringify(totals)],
    );
    this.wakeups.tell('changed', 'reconciliation');
  }

  private async set(sql: Sql, what: string, values: unknown[]): Promise<void> {
    await sql.query(`update recon_breaks set ${what} where id = $1`, values);
    this.wakeups.tell('changed', 'reconciliation');
  }
}
