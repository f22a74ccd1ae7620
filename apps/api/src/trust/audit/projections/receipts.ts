import { minor, type Money } from '@money';
import type { Sql } from '@eventstore/record';
import { Projection, type On } from '@kernel/consumers';
import { Injectable } from '@nestjs/common';
import { contractOf, type EscrowEvent } from '../../../money/escrow';

/** What a public receipt says: funded by which event, and how much of it has left since. */
@Injectable()
@Projection('receipts')
export class Receipts {
  readonly tables = ['receipts'];

  readonly on: On<EscrowEvent> = {
    EscrowFunded: async (data, event, sql) => {
      await sql.query(
        `insert into receipts (milestone_id, contract_id, funded_event, funded_at, amount)
          values ($1, $2, $3, $4, $5) on conflict (milestone_id) do nothing`,
        [
          data.milestoneId,
          contractOf(event.stream),
          event.id,
          event.metadata.at,
          minor(data.amount).toString(),
        ],
      );
    },
    EscrowReleased: ({ milestoneId, gross }, _, sql) => leave(sql, milestoneId, gross),
    EscrowRefunded: ({ milestoneId, amount }, _, sql) => leave(sql, milestoneId, amount),
  };
}

async function leave(sql: Sql, milestoneId: string, amount: Money): Promise<void> {
  await sql.query('update receipts set gone = gone + $2 where milestone_id = $1', [
    milestoneId,
    minor(amount).toString(),
  ]);
}
