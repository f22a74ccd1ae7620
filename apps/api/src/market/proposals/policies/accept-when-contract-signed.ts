import { Policy, type On } from '@kernel/consumers';
import { Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { ContractEvent } from '../../contracts';
import { DecideProposal } from '../commands/decide-proposal';

@Injectable()
@Policy('accept-when-contract-signed')
export class AcceptWhenContractSigned {
  constructor(private readonly commands: CommandBus) {}

  readonly on: On<ContractEvent> = {
    ContractSigned: ({ proposalId, contractId }) =>
      this.commands.execute(new DecideProposal(proposalId, { to: 'accepted', contractId })),
  };
}
