import { Policy, type On } from '@kernel/consumers';
import { Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { PayoutEvent } from '../../../money/payouts';
import { WatchMovement } from '../commands/watch-movement';

@Injectable()
@Policy('watch-when-payout-requested')
export class WatchWhenPayoutRequested {
  constructor(private readonly commands: CommandBus) {}

  readonly on: On<PayoutEvent> = {
    PayoutRequested: (payout, { metadata }) =>
      this.commands.execute(new WatchMovement(payout, metadata.at)),
  };
}
