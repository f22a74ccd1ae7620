import { Projection, type On } from '@kernel/consumers';
import { minor } from '@money';
import { Injectable } from '@nestjs/common';
import type { DisputeEvent } from '../domain/disputes.events';

/** Answers: how was a case like this decided before? Only what the mediator wrote without names. */
@Injectable()
@Projection('precedents')
export class Precedents {
  readonly on: On<DisputeEvent> = {
    // What was decided by default set no rule: it has no words and leaves no row.
    DisputeFinal: async (
      { rulingId, basis, allocations, category, policyReference },
      event,
      sql,
    ) => {
      const share = allocations.reduce((sum, one) => sum + minor(one.toProvider), 0n);
      const rest = allocations.reduce((sum, one) => sum + minor(one.toClient), 0n);
      await sql.query(
        `insert into precedents (id, category, policy_reference, provider_percent, summary,
            appealed, at)
          select $1, $2, $3, $4, body, $5, $6 from dispute_words
          where id = $7 and kind = 'precedent'`,
        [
          ...[event.id, category, policyReference, Number((share * 100n) / (share + rest))],
          ...[basis === 'appeal', event.metadata.at, rulingId],
        ],
      );
    },
  };
}
