import { Policy, type On } from '@kernel/consumers';
import { Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { ContractEvent } from '../../../market/contracts';
import { OpenEscrow } from '../commands/open-escrow';

const reviewDays = 14;

@Injectable()
@Policy('open-when-contract-signed')
export class OpenWhenContractSigned {
  constructor(private readonly commands: CommandBus) {}

  readonly on: On<ContractEvent> = {
    ContractSigned: async ({
      contractId,
      clientId,
      providerId,
      fees,
      termsVersion,
      milestones,
    }) => {
      const terms = { clientId, providerId, fees, termsVersion, milestones, reviewDays };
      await this.commands.execute(new OpenEscrow(contractId, terms));
    },
  };
}
