import { Policy, type On } from '@kernel/consumers';
import { cancelTimer, setTimer } from '@kernel/timers';
import { Injectable } from '@nestjs/common';
import { autoRelease as kind } from '../commands/auto-release';
import { contractOf, type EscrowEvent } from '../domain/escrow.events';

const key = (stream: string, milestoneId: string) => `${contractOf(stream)}:${milestoneId}`;

/** The review period is a deadline: set by a delivery, lifted by a request for
 * changes, a release or a dispute. */
@Injectable()
@Policy('release-when-review-ends')
export class ReleaseWhenReviewEnds {
  readonly on: On<EscrowEvent> = {
    MilestoneSubmitted: ({ milestoneId, autoReleaseAt }, { stream }, sql) =>
      setTimer(sql, { kind, key: key(stream, milestoneId), dueAt: autoReleaseAt }),
    RevisionRequested: ({ milestoneId }, { stream }, sql) =>
      cancelTimer(sql, kind, key(stream, milestoneId)),
    EscrowReleased: ({ milestoneId }, { stream }, sql) =>
      cancelTimer(sql, kind, key(stream, milestoneId)),
    EscrowFrozen: async ({ milestoneIds }, { stream }, sql) => {
      for (const milestoneId of milestoneIds)
        await cancelTimer(sql, kind, key(stream, milestoneId));
    },
    EscrowHeld: async ({ milestoneIds }, { stream }, sql) => {
      for (const milestoneId of milestoneIds)
        await cancelTimer(sql, kind, key(stream, milestoneId));
    },
    EscrowHoldLifted: async ({ holdId, milestones }, { stream }, sql) => {
      for (const { milestoneId, autoReleaseAt } of milestones) {
        const again = `${key(stream, milestoneId)}:${holdId}`;
        if (autoReleaseAt) await setTimer(sql, { kind, key: again, dueAt: autoReleaseAt });
      }
    },
    EscrowFrozenByChargeback: ({ milestoneId }, { stream }, sql) =>
      cancelTimer(sql, kind, key(stream, milestoneId)),
    EscrowUnfrozenByChargeback: async ({ milestoneId, autoReleaseAt }, { stream, id }, sql) => {
      const again = `${key(stream, milestoneId)}:${id}`;
      if (autoReleaseAt) await setTimer(sql, { kind, key: again, dueAt: autoReleaseAt });
    },
    // A deadline of its own: the first one may have passed unheard while the dispute ran.
    EscrowUnfrozen: async ({ disputeId, milestones }, { stream }, sql) => {
      for (const { milestoneId, autoReleaseAt } of milestones) {
        const again = `${key(stream, milestoneId)}:${disputeId}`;
        if (autoReleaseAt) await setTimer(sql, { kind, key: again, dueAt: autoReleaseAt });
      }
    },
  };
}
