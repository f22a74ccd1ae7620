import { Projection, type On } from '@kernel/consumers';
import { Injectable } from '@nestjs/common';
import type { StaffEvent } from '../domain/audit.events';

/** Which event of the record speaks of which row of the staff's log. */
@Injectable()
@Projection('staff-action-events')
export class StaffActionEvents {
  readonly tables = ['staff_action_events'];

  readonly on: On<StaffEvent> = {
    StaffActed: async ({ actionId }, event, sql) => {
      await sql.query(
        'insert into staff_action_events (action_id, event) values ($1, $2) on conflict do nothing',
        [actionId, event.id],
      );
    },
  };
}
