import { Policy, type On } from '@kernel/consumers';
import { Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { JobEvent } from '../../jobs';
import { TellSearchers } from '../commands/tell-searchers';

@Injectable()
@Policy('hit-when-job-published')
export class HitWhenJobPublished {
  constructor(private readonly commands: CommandBus) {}

  readonly on: On<JobEvent> = {
    JobPublished: ({ jobId }) => this.commands.execute(new TellSearchers(jobId)),
  };
}
