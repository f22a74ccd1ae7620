import { Policy, type On } from '@kernel/consumers';
import { Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { EscrowEvent } from '../../escrow';
import { OffsetReceivable } from '../commands/offset-receivable';
import { SettleChargeback } from '../commands/settle-chargeback';
import { TakeFunds } from '../commands/take-funds';
import type { ChargebackEvent } from '../domain/chargebacks.events';

/** The gateway keeps money at the onset, gives it back when we win, and so does our ledger. */
@Injectable()
@Policy('follow-the-money-of-chargebacks')
export class FollowTheMoney {
  constructor(private readonly commands: CommandBus) {}

  readonly on: On<ChargebackEvent | EscrowEvent> = {
    ChargebackReceived: ({ chargebackId }) => this.commands.execute(new TakeFunds(chargebackId)),
    ChargebackPhaseEntered: ({ chargebackId }) =>
      this.commands.execute(new TakeFunds(chargebackId)),
    ChargebackWon: ({ chargebackId }) => this.commands.execute(new SettleChargeback(chargebackId)),
    ChargebackLost: ({ chargebackId }) => this.commands.execute(new SettleChargeback(chargebackId)),
    ChargebackFundsTaken: ({ providerId, amount }, { id }) => this.offset(providerId, amount, id),
    ChargebackFundsRestored: ({ providerId, amount }, { id }) =>
      this.offset(providerId, amount, id),
    EscrowReleased: ({ providerId, net }, { id }) => this.offset(providerId, net, id),
  };

  private async offset(
    accountId: string | null,
    { currency }: { currency: OffsetReceivable['currency'] },
    cause: string,
  ): Promise<void> {
    if (accountId) await this.commands.execute(new OffsetReceivable(accountId, currency, cause));
  }
}
