import { Policy, type On } from '@kernel/consumers';
import { Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { EscrowEvent } from '../../escrow';
import { MarkExecuted } from '../commands/pass-deadline';

@Injectable()
@Policy('close-when-carried-out')
export class CloseWhenCarriedOut {
  constructor(private readonly commands: CommandBus) {}

  readonly on: On<EscrowEvent> = {
    EscrowSplitSettled: ({ disputeId, toProvider, net, toClient, refunded }) =>
      this.commands.execute(new MarkExecuted(disputeId, { toProvider, net, toClient, refunded })),
  };
}
