import type { Sql } from '@eventstore/record';
import { Policy, type On } from '@kernel/consumers';
import { cancelTimer, setTimer } from '@kernel/timers';
import { Injectable } from '@nestjs/common';
import { contractOf, type EscrowEvent } from '../../../money/escrow';
import { reminder as kind } from '../commands/remind-reviewer';

/** Days before the money is released by itself: seven, three, one. */
const daysBefore = [7, 3, 1] as const;
const dayMs = 86_400_000;

const keys = (stream: string, milestoneId: string) =>
  daysBefore.map((days) => ({
    days,
    key: `${contractOf(stream)}:${milestoneId}:${days}`,
  }));

/** Whoever has a delivery to look at is reminded before the review period ends. */
@Injectable()
@Policy('remind-while-in-review')
export class RemindWhileInReview {
  readonly on: On<EscrowEvent> = {
    MilestoneSubmitted: async ({ milestoneId, autoReleaseAt }, { stream }, sql) => {
      for (const { days, key } of keys(stream, milestoneId)) {
        const dueAt = new Date(Date.parse(autoReleaseAt) - days * dayMs).toISOString();
        await setTimer(sql, { kind, key, dueAt, payload: { deadline: autoReleaseAt } });
      }
    },
    RevisionRequested: ({ milestoneId }, { stream }, sql) => lift(sql, stream, milestoneId),
    EscrowReleased: ({ milestoneId }, { stream }, sql) => lift(sql, stream, milestoneId),
    EscrowFrozen: async ({ milestoneIds }, { stream }, sql) => {
      for (const milestoneId of milestoneIds) await lift(sql, stream, milestoneId);
    },
  };
}

async function lift(sql: Sql, stream: string, milestoneId: string): Promise<void> {
  for (const { key } of keys(stream, milestoneId)) await cancelTimer(sql, kind, key);
}
