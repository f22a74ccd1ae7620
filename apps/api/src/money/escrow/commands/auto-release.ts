import { Clock } from '@kernel/clock';
import { RequestContext } from '@kernel/context';
import { Streams } from '@kernel/streams';
import { OnDue } from '@kernel/timers';
import { Injectable } from '@nestjs/common';
import { escrow } from '../domain/escrow';
import { autoRelease as decide } from '../domain/release';
import { released } from './release-milestone';

/** The kind of deadline at which a review period ends. */
export const autoRelease = 'auto-release';

/** The review period passed without a word: the milestone is released by itself. */
@Injectable()
@OnDue(autoRelease)
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
        const facts = decide(state, milestoneId, this.clock.now());
        return facts.length > 0 ? released(contractId, facts) : { facts };
      },
      { intent },
    );
  }
}
