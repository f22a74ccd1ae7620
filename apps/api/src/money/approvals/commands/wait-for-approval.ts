import { Clock } from '@kernel/clock';
import { Streams } from '@kernel/streams';
import { OnDue } from '@kernel/timers';
import { Injectable } from '@nestjs/common';
import { approval, wait } from '../domain/approval';

/** The kind of deadline at which a proposal is about to expire, and at which it does. */
export const approvalWait = 'approval-wait';

/** Nobody decided: first the deciders are warned, then the proposal is over. */
@Injectable()
@OnDue(approvalWait)
export class WaitForApproval {
  constructor(
    private readonly streams: Streams,
    private readonly clock: Clock,
  ) {}

  async due(key: string): Promise<void> {
    const [approvalId = ''] = key.split(':');
    await this.streams.decide(approval, approvalId, (state) => ({
      facts: wait(state, this.clock.now()),
    }));
  }
}
