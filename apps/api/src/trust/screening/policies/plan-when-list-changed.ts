import { Clock } from '@kernel/clock';
import { Policy, type On } from '@kernel/consumers';
import { setTimer } from '@kernel/timers';
import { Injectable } from '@nestjs/common';
import { nextNight, nightly } from '../commands/screen-everybody';
import type { ListEvent } from '../domain/screening.events';

/** A new list is used at once for whoever comes; for those who are here, the next night. */
@Injectable()
@Policy('plan-when-list-changed')
export class PlanWhenListChanged {
  constructor(private readonly clock: Clock) {}

  readonly on: On<ListEvent> = {
    SanctionListImported: async ({ source, version }, _, sql) => {
      const dueAt = nextNight(this.clock.now());
      await setTimer(sql, { kind: nightly, key: `${source}-${String(version)}`, dueAt });
    },
  };
}
