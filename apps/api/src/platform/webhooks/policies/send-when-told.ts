import type { Recorded } from '@eventstore/record';
import type { Sql } from '@eventstore/record';
import { Policy, type On } from '@kernel/consumers';
import { Jobs } from '@kernel/jobs';
import { Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ContractParties, type ContractEvent } from '../../../market/contracts';
import type { ProposalEvent } from '../../../market/proposals';
import type { DisputeEvent } from '../../../money/disputes';
import type { EscrowEvent } from '../../../money/escrow';
import type { PayoutEvent } from '../../../money/payouts';
import { send, type Told } from '../commands/send';

interface Sides {
  readonly contractId: string;
  readonly clientId: string;
  readonly providerId: string;
}

const toBoth = ({ clientId, providerId }: Sides) => [clientId, providerId];

/** Chosen facts go to whoever they concern and asked for them, in a public shape of their own. */
@Injectable()
@Policy('webhooks-send-when-told')
export class SendWhenTold {
  constructor(
    private readonly jobs: Jobs,
    private readonly queries: QueryBus,
  ) {}

  readonly on: On<ContractEvent | EscrowEvent | PayoutEvent | ProposalEvent | DisputeEvent> = {
    ProposalSubmitted: ({ proposalId, jobId, clientId, total }, event, sql) =>
      this.tell(sql, event, {
        ...{ type: 'proposal.received', to: [clientId] },
        data: { proposalId, jobId, total },
      }),
    ContractOffered: (data, event, sql) => this.contract('contract.offered', data, event, sql),
    ContractSigned: (data, event, sql) => this.contract('contract.signed', data, event, sql),
    ContractCompleted: (data, event, sql) => this.contract('contract.completed', data, event, sql),
    EscrowFunded: ({ milestoneId, amount }, event, sql) =>
      this.escrow('milestone.funded', { milestoneId, amount }, event, sql),
    MilestoneSubmitted: ({ milestoneId, deliveryId, autoReleaseAt }, event, sql) =>
      this.escrow('milestone.submitted', { milestoneId, deliveryId, autoReleaseAt }, event, sql),
    EscrowReleased: ({ milestoneId, gross, net }, event, sql) =>
      this.escrow('milestone.released', { milestoneId, gross, net }, event, sql),
    EscrowFrozen: ({ disputeId }, event, sql) =>
      this.escrow('dispute.opened', { disputeId }, event, sql),
    PayoutPaid: ({ payoutId, providerId, amount }, event, sql) =>
      this.tell(sql, event, {
        ...{ type: 'payout.paid', to: [providerId] },
        data: { payoutId, amount },
      }),
    PayoutFailed: ({ payoutId, providerId, amount }, event, sql) =>
      this.tell(sql, event, {
        ...{ type: 'payout.failed', to: [providerId] },
        data: { payoutId, amount },
      }),
  };

  private contract(type: Told['type'], sides: Sides, event: Recorded, sql: Sql): Promise<void> {
    const { contractId } = sides;
    return this.tell(sql, event, { type, to: toBoth(sides), data: { contractId } });
  }

  /** The stream of an escrow is named after its contract. */
  private async escrow(type: Told['type'], data: object, event: Recorded, sql: Sql): Promise<void> {
    const contractId = event.stream.replace(/^escrow-/, '');
    const parties = await this.queries.execute(new ContractParties(contractId));
    if (!parties) return;
    const to = toBoth({ contractId, ...parties });
    await this.tell(sql, event, { type, to, data: { contractId, ...data } });
  }

  /** To endpoints that stood when it happened: nobody is told old stories. */
  private async tell(sql: Sql, { id, metadata }: Recorded, told: Told): Promise<void> {
    const { type, to, data } = told;
    const endpoints = await sql.query<{ id: string; account_id: string }>(
      `select id, account_id from webhook_endpoints
        where account_id = any($1::uuid[]) and $2 = any(events) and disabled_at is null
          and created_at <= $3`,
      [to, type, metadata.at],
    );
    for (const { id: endpointId, account_id: accountId } of endpoints)
      await send(sql, this.jobs, {
        because: id,
        endpointId,
        accountId,
        type,
        at: metadata.at,
        data,
      });
  }
}
