import { Policy, type On } from '@kernel/consumers';
import { Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { ContractEvent } from '../../../market/contracts';
import { WatchBudget } from '../commands/watch-budget';

@Injectable()
@Policy('watch-budget-when-signed')
export class WatchBudgetWhenSigned {
  constructor(private readonly commands: CommandBus) {}

  readonly on: On<ContractEvent> = {
    ContractSigned: ({ contractId }) => this.commands.execute(new WatchBudget(contractId)),
  };
}
