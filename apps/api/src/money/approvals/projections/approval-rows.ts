import type { ApprovalState } from '@wire/approvals';
import type { Recorded, Sql } from '@eventstore/record';
import { Projection, type On } from '@kernel/consumers';
import { Wakeups } from '@kernel/wakeups';
import { Injectable } from '@nestjs/common';
import type { ApprovalEvent } from '../domain/approvals.events';

/** Answers: what waits for a second person, and what became of it? */
@Injectable()
@Projection('approval-rows')
export class ApprovalRows {
  constructor(private readonly wakeups: Wakeups) {}

  readonly on: On<ApprovalEvent> = {
    ApprovalRequested: async (asked, { metadata }, sql) => {
      const { approvalId, action, subject, amount, makerId, beneficiaries } = asked;
      await sql.query(
        `insert into approvals (id, action, subject, state, amount, currency, maker_id,
            beneficiaries, required_permission, requested_at, expires_at)
          values ($1, $2, $3, 'requested', $4, $5, $6, $7, $8, $9, $10)`,
        [
          approvalId,
          action,
          subject,
          amount?.amountMinor ?? null,
          amount?.currency ?? null,
          makerId,
          beneficiaries,
          asked.requiredPermission,
          metadata.at,
          asked.expiresAt,
        ],
      );
      this.wakeups.tell('changed', 'approvals');
    },
    ApprovalGranted: ({ checkerId }, event, sql) => this.decided(sql, event, 'granted', checkerId),
    ApprovalDenied: ({ checkerId }, event, sql) => this.decided(sql, event, 'denied', checkerId),
    ApprovalExpired: (_, event, sql) => this.decided(sql, event, 'expired', null),
    ApprovalExecuted: (_, event, sql) => this.ended(sql, event, 'executed', null),
    ApprovalFailed: ({ code }, event, sql) => this.ended(sql, event, 'failed', code),
  };

  private async decided(
    sql: Sql,
    { data, metadata }: Recorded<string, { approvalId: string; makerId: string }>,
    state: ApprovalState,
    checkerId: string | null,
  ): Promise<void> {
    await sql.query(
      'update approvals set state = $2, checker_id = $3, decided_at = $4 where id = $1',
      [data.approvalId, state, checkerId, metadata.at],
    );
    this.tell(data.makerId);
  }

  private async ended(
    sql: Sql,
    { data }: Recorded<string, { approvalId: string; makerId: string }>,
    state: ApprovalState,
    failure: string | null,
  ): Promise<void> {
    await sql.query('update approvals set state = $2, failure = $3 where id = $1', [
      data.approvalId,
      state,
      failure,
    ]);
    this.tell(data.makerId);
  }

  private tell(makerId: string): void {
    this.wakeups.tell('changed', 'approvals');
    this.wakeups.tell('changed', `account:${makerId}`);
  }
}
