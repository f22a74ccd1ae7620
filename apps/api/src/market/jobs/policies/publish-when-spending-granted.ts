import { Policy, type On } from '@kernel/consumers';
import { Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { OrganisationEvent } from '../../../people/organisations';
import { PublishAgreed, SendBack } from '../commands/publish-agreed';

@Injectable()
@Policy('publish-when-spending-granted')
export class PublishWhenSpendingGranted {
  constructor(private readonly commands: CommandBus) {}

  readonly on: On<OrganisationEvent> = {
    SpendingGranted: async ({ purpose, jobId }) => {
      if (purpose === 'job') await this.commands.execute(new PublishAgreed(jobId));
    },
    SpendingExpired: async ({ purpose, jobId }) => {
      if (purpose === 'job') await this.commands.execute(new SendBack(jobId));
    },
    SpendingRejected: async ({ purpose, jobId }) => {
      if (purpose === 'job') await this.commands.execute(new SendBack(jobId));
    },
  };
}
