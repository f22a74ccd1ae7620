import { Policy, type On } from '@kernel/consumers';
import { Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { ContractEvent } from '../../contracts';
import { FillJob } from '../commands/fill-job';

@Injectable()
@Policy('fill-when-contract-signed')
export class FillWhenContractSigned {
  constructor(private readonly commands: CommandBus) {}

  readonly on: On<ContractEvent> = {
    ContractSigned: ({ jobId, contractId }) =>
      this.commands.execute(new FillJob(jobId, contractId)),
  };
}
