import { Clock } from '@kernel/clock';
import { RequestContext } from '@kernel/context';
import { Policy, type On } from '@kernel/consumers';
import { Streams } from '@kernel/streams';
import { cancelTimer, OnDue, setTimer } from '@kernel/timers';
import { Injectable } from '@nestjs/common';
import { released } from '../commands/release-milestone';
import { autoRelease, escrow } from '../domain/escrow';
import type { EscrowEvent } from '../domain/escrow.events';

const kind = 'auto-release';
const key = (stream: string, milestoneId: string) => `${stream.slice('escrow-'.length)}:${milestoneId}`;

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

@Injectable()
@OnDue(kind)
export class AutoRelease {
  constructor(
    private readonly streams: Streams,
    private readonly clock: Clock,
    private readonly context: RequestContext,
  ) {}

  async due(timerKey: string): Promise<void> {
    const [contractId = '', milestoneId = ''] = timerKey.split(':');
    const intent = {
      scope: 'auto-release',
      key: this.context.now.idempotencyKey ?? timerKey,
      request: { contractId, milestoneId },
    };
    await this.streams.decide(
      escrow,
      contractId,
      (state) => {
        const facts = autoRelease(state, milestoneId, this.clock.now());
        return facts.length > 0 ? released(contractId, facts) : { facts };
      },
      { intent },
    );
  }
}
