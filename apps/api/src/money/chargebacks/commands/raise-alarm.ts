import { Streams } from '@kernel/streams';
import { OnDue } from '@kernel/timers';
import { Injectable } from '@nestjs/common';
import { alarm, chargeback } from '../domain/chargeback';

/** The kind of deadline at which a share of the time to answer is over. */
export const chargebackAlarm = 'chargeback-alarm';

@Injectable()
@OnDue(chargebackAlarm)
export class RaiseAlarm {
  constructor(private readonly streams: Streams) {}

  async due(key: string): Promise<void> {
    const [chargebackId = '', phase = '', share = ''] = key.split(':');
    await this.streams.decide(chargeback, chargebackId, (state) => ({
      facts: alarm(state, phase, Number(share)),
    }));
  }
}
