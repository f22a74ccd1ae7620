import { Policy, type On } from '@kernel/consumers';
import { cancelTimer, setTimer } from '@kernel/timers';
import type { Sql } from '@eventstore/record';
import { Injectable } from '@nestjs/common';
import { approvalWait as kind } from '../commands/wait-for-approval';
import type { ApprovalEvent } from '../domain/approvals.events';

const warningMs = 6 * 3_600_000;

/** A proposal has two deadlines: a warning, and its end. A decision lifts both. */
@Injectable()
@Policy('watch-approval')
export class WatchApproval {
  readonly on: On<ApprovalEvent> = {
    ApprovalRequested: async ({ approvalId, expiresAt }, _, sql) => {
      const warnAt = new Date(Date.parse(expiresAt) - warningMs).toISOString();
      await setTimer(sql, { kind, key: `${approvalId}:warning`, dueAt: warnAt });
      await setTimer(sql, { kind, key: `${approvalId}:end`, dueAt: expiresAt });
    },
    ApprovalGranted: ({ approvalId }, _, sql) => lift(sql, approvalId),
    ApprovalDenied: ({ approvalId }, _, sql) => lift(sql, approvalId),
  };
}

async function lift(sql: Sql, approvalId: string): Promise<void> {
  await cancelTimer(sql, kind, `${approvalId}:warning`);
  await cancelTimer(sql, kind, `${approvalId}:end`);
}
