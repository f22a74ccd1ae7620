import { Policy, type On } from '@kernel/consumers';
import { Rejection } from '@kernel/reject';
import { Injectable, Logger } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { PaymentEvent } from '../../payments';
import { FundMilestone } from '../commands/fund-milestone';

/**
 * The gateway confirmed: the money goes on into escrow. Where the milestone cannot take it any more
 * (paid twice, contract ended) it stays on the client's wallet, and nothing is lost.
 */
@Injectable()
@Policy('fund-when-deposit-captured')
export class FundWhenDepositCaptured {
  private readonly logger = new Logger(FundWhenDepositCaptured.name);

  constructor(private readonly commands: CommandBus) {}

  readonly on: On<PaymentEvent> = {
    DepositCaptured: async ({ depositId, contractId, milestoneId, clientId }) => {
      try {
        await this.commands.execute(
          new FundMilestone(contractId, milestoneId, clientId, depositId),
        );
      } catch (error) {
        if (!(error instanceof Rejection)) throw error;
        this.logger.warn(`deposit ${depositId} stays on the wallet: ${error.code}`);
      }
    },
  };
}
