import { Projection, type On } from '@kernel/consumers';
import type { Money } from '@money';
import type { Recorded, Sql } from '@eventstore/record';
import { Injectable } from '@nestjs/common';
import type { DisputeEvent } from '../../../money/disputes';
import { contractOf, type EscrowEvent } from '../../../money/escrow';
import type { ContractEvent } from '../domain/contracts.events';

interface Item {
  readonly by?: string;
  readonly milestoneId?: string;
  readonly amount?: Money;
  /** The update or delivery whose words belong here. */
  readonly about?: string;
}

/** Answers: what happened on this contract, and where is it in the record? */
@Injectable()
@Projection('contract-timeline')
export class ContractTimeline {
  readonly on: On<ContractEvent | EscrowEvent | DisputeEvent> = {
    ContractOffered: ({ contractId, clientId }, event, sql) =>
      this.add(sql, contractId, event, { by: clientId }),
    ContractSigned: ({ contractId, providerId }, event, sql) =>
      this.add(sql, contractId, event, { by: providerId }),
    ContractDeclined: ({ contractId, providerId }, event, sql) =>
      this.add(sql, contractId, event, { by: providerId }),
    ContractWithdrawn: ({ contractId, clientId }, event, sql) =>
      this.add(sql, contractId, event, { by: clientId }),
    WorkUpdatePosted: ({ contractId, updateId, by }, event, sql) =>
      this.add(sql, contractId, event, { by, about: updateId }),
    ContractCompleted: ({ contractId }, event, sql) => this.add(sql, contractId, event, {}),
    EscrowFunded: ({ milestoneId, amount, clientId }, event, sql) =>
      this.addOfEscrow(sql, event, { by: clientId, milestoneId, amount }),
    MilestoneSubmitted: ({ milestoneId, deliveryId }, event, sql) =>
      this.addOfEscrow(sql, event, { ...actor(event), milestoneId, about: deliveryId }),
    RevisionRequested: ({ milestoneId, deliveryId }, event, sql) =>
      this.addOfEscrow(sql, event, { ...actor(event), milestoneId, about: deliveryId }),
    EscrowReleased: ({ milestoneId, gross }, event, sql) =>
      this.addOfEscrow(sql, event, { ...actor(event), milestoneId, amount: gross }),
    EscrowRefunded: ({ milestoneId, total }, event, sql) =>
      this.addOfEscrow(sql, event, { milestoneId, amount: total }),
    DisputeOpened: ({ contractId, openedBy, amount, ...sides }, event, sql) =>
      this.add(sql, contractId, event, { by: personOf(sides, openedBy), amount }),
    DisputeAnswered: ({ contractId, by, ...sides }, event, sql) =>
      this.add(sql, contractId, event, { by: personOf(sides, by) }),
    DisputeSettled: ({ contractId }, event, sql) => this.add(sql, contractId, event, {}),
    DisputeWithdrawn: ({ contractId, by, ...sides }, event, sql) =>
      this.add(sql, contractId, event, { by: personOf(sides, by) }),
    DecisionIssued: ({ contractId }, event, sql) => this.add(sql, contractId, event, {}),
    AppealOpened: ({ contractId, by, ...sides }, event, sql) =>
      this.add(sql, contractId, event, { by: personOf(sides, by) }),
    AppealDecided: ({ contractId }, event, sql) => this.add(sql, contractId, event, {}),
  };

  /** Of its escrow: the stream says which contract. */
  private addOfEscrow(sql: Sql, event: Recorded, item: Item): Promise<void> {
    return this.add(sql, contractOf(event.stream), event, item);
  }
  private async add(sql: Sql, contractId: string, event: Recorded, item: Item): Promise<void> {
    await sql.query(
      `insert into contract_timeline
          (event_id, contract_id, kind, at, by_id, milestone_id, amount, about, stream, version)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [
        event.id,
        contractId,
        event.type,
        event.metadata.at,
        item.by ?? null,
        item.milestoneId ?? null,
        item.amount ? JSON.stringify(item.amount) : null,
        item.about ?? null,
        event.stream,
        event.version,
      ],
    );
  }
}

/** Nobody, where a deadline or a gateway did it. */
const actor = ({ metadata }: Recorded): Item =>
  metadata.actor.type === 'user' ? { by: metadata.actor.id } : {};

const personOf = (
  { clientId, providerId }: { clientId: string; providerId: string },
  side: 'client' | 'provider',
): string => (side === 'client' ? clientId : providerId);
