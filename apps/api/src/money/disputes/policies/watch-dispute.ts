import type { Sql } from '@eventstore/record';
import { Policy, type On } from '@kernel/consumers';
import { setTimer } from '@kernel/timers';
import { Injectable } from '@nestjs/common';
import { deadlineKind, reminderKind } from '../commands/pass-deadline';
import type { DisputeEvent } from '../domain/disputes.events';

const dayMs = 86_400_000;
/** Days before a deadline at which a side is reminded. */
const answerDays = [5, 2, 1] as const;
const appealDays = [2] as const;

/** Every step of a dispute has a deadline; the state decides what it means when it comes. */
@Injectable()
@Policy('watch-dispute')
export class WatchDispute {
  readonly on: On<DisputeEvent> = {
    DisputeOpened: async ({ disputeId, openedBy, answerBy }, _, sql) => {
      await ends(sql, disputeId, answerBy);
      const side = openedBy === 'client' ? 'provider' : 'client';
      await nears(sql, { disputeId, step: 'answer', side, deadline: answerBy }, answerDays);
    },
    DisputeAnswered: ({ disputeId, negotiateUntil }, _, sql) =>
      ends(sql, disputeId, negotiateUntil),
    MediationStarted: ({ disputeId, mediateUntil }, _, sql) => ends(sql, disputeId, mediateUntil),
    DecisionIssued: async ({ disputeId, appealBy }, _, sql) => {
      await ends(sql, disputeId, appealBy);
      for (const side of ['client', 'provider'] as const)
        await nears(sql, { disputeId, step: 'appeal', side, deadline: appealBy }, appealDays);
    },
    AppealOpened: ({ disputeId, decideBy }, _, sql) => ends(sql, disputeId, decideBy),
  };
}

const ends = (sql: Sql, disputeId: string, dueAt: string): Promise<void> =>
  setTimer(sql, { kind: deadlineKind, key: `${disputeId}:${dueAt}`, dueAt });

interface Near {
  readonly disputeId: string;
  readonly step: 'answer' | 'appeal';
  readonly side: 'client' | 'provider';
  readonly deadline: string;
}

async function nears(
  sql: Sql,
  { disputeId, step, side, deadline }: Near,
  daysBefore: readonly number[],
): Promise<void> {
  for (const days of daysBefore) {
    const dueAt = new Date(Date.parse(deadline) - days * dayMs).toISOString();
    await setTimer(sql, { kind: reminderKind, key: `${disputeId}:${step}:${side}:${days}`, dueAt });
  }
}
