import { Policy, type On } from '@kernel/consumers';
import type { Sql } from '@eventstore/record';
import { setTimer } from '@kernel/timers';
import { Injectable } from '@nestjs/common';
import { chargebackAlarm as kind } from '../commands/raise-alarm';
import type { ChargebackEvent } from '../domain/chargebacks.events';

/** Per cent of the time to answer at which somebody is told. */
const shares = [50, 80];

@Injectable()
@Policy('watch-the-clock-of-chargebacks')
export class WatchTheClock {
  readonly on: On<ChargebackEvent> = {
    ChargebackReceived: (entered, { metadata }, sql) => this.watch(sql, entered, metadata.at),
    ChargebackPhaseEntered: (entered, { metadata }, sql) => this.watch(sql, entered, metadata.at),
  };

  private async watch(
    sql: Sql,
    entered: { chargebackId: string; phase: string; respondBy: string | null },
    at: string,
  ): Promise<void> {
    const { chargebackId, phase, respondBy } = entered;
    if (!respondBy) return;
    const from = Date.parse(at);
    const whole = Date.parse(respondBy) - from;
    for (const share of shares) {
      const dueAt = new Date(from + (whole * share) / 100).toISOString();
      await setTimer(sql, { kind, key: `${chargebackId}:${phase}:${String(share)}`, dueAt });
    }
  }
}
