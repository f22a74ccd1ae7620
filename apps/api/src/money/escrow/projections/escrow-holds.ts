import { Projection, type On } from '@kernel/consumers';
import { Wakeups } from '@kernel/wakeups';
import { Injectable } from '@nestjs/common';
import { contractOf, type EscrowEvent } from '../domain/escrow.events';

/** Answers: what does compliance hold back, and since when? */
@Injectable()
@Projection('escrow-holds')
export class EscrowHolds {
  constructor(private readonly wakeups: Wakeups) {}

  readonly on: On<EscrowEvent> = {
    EscrowHeld: async ({ holdId, milestoneIds, reason, until, heldBy }, event, sql) => {
      const contractId = contractOf(event.stream);
      await sql.query(
        `insert into escrow_holds (id, contract_id, milestone_ids, reason, until, held_by, held_at)
          values ($1, $2, $3, $4, $5, $6, $7)`,
        [holdId, contractId, milestoneIds, reason, until, heldBy, event.metadata.at],
      );
      this.tell(contractId);
    },
    EscrowHoldLifted: async ({ holdId, approvalId }, event, sql) => {
      await sql.query('update escrow_holds set lifted_at = $2, approval_id = $3 where id = $1', [
        holdId,
        event.metadata.at,
        approvalId,
      ]);
      this.tell(contractOf(event.stream));
    },
  };

  private tell(contractId: string): void {
    this.wakeups.tell('changed', 'holds');
    this.wakeups.tell('changed', `contract:${contractId}`);
  }
}
