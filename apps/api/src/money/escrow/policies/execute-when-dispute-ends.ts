import { Policy, type On } from '@kernel/consumers';
import { Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { DisputeEvent } from '../../disputes';
import { CarryOutDispute } from '../commands/carry-out-dispute';
import { UnfreezeMilestones } from '../commands/unfreeze-milestones';
import { contractOf, type EscrowEvent } from '../domain/escrow.events';

/**
 * However a dispute ends, its milestones do: paid out as decided or agreed, or going on. What is held
 * besides is paid out when nobody holds it any more.
 */
@Injectable()
@Policy('execute-when-dispute-ends')
export class ExecuteWhenDisputeEnds {
  constructor(
    private readonly commands: CommandBus,
    private readonly carryOut: CarryOutDispute,
  ) {}

  readonly on: On<DisputeEvent | EscrowEvent> = {
    DisputeFinal: ({ disputeId, contractId, allocations: parts }, _, sql) =>
      this.carryOut.now(sql, contractId, { disputeId, basis: 'decision', parts }),
    DisputeSettled: ({ disputeId, contractId, allocations: parts }, _, sql) =>
      this.carryOut.now(sql, contractId, { disputeId, basis: 'settlement', parts }),
    DisputeWithdrawn: ({ disputeId, contractId }) =>
      this.commands.execute(new UnfreezeMilestones(contractId, disputeId)),
    EscrowHoldLifted: (_, { stream }, sql) => this.carryOut.again(sql, contractOf(stream)),
    EscrowUnfrozenByChargeback: (_, { stream }, sql) =>
      this.carryOut.again(sql, contractOf(stream)),
  };
}
