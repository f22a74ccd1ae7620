import { Policy, type On } from '@kernel/consumers';
import { Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { contractOf, type EscrowEvent } from '../../../money/escrow';
import { CompleteContract } from '../commands/complete-contract';

@Injectable()
@Policy('complete-when-escrow-closes')
export class CompleteWhenEscrowCloses {
  constructor(private readonly commands: CommandBus) {}

  readonly on: On<EscrowEvent> = {
    EscrowClosed: (_, { stream }) =>
      this.commands.execute(new CompleteContract(contractOf(stream))),
  };
}
