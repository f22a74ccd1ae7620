import { Policy, type On } from '@kernel/consumers';
import { cancelTimer, setTimer } from '@kernel/timers';
import { Injectable } from '@nestjs/common';
import { autoRelease as kind } from '../commands/auto-release';
import type { EscrowEvent } from '../domain/escrow.events';

const key = (stream: string, milestoneId: string) =>
  `${stream.slice('escrow-'.length)}:${milestoneId}`;

/** The review period is a deadline: set by a delivery, lifted by a request for changes or a release. */
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
  };
}
