import { Policy, type On } from '@kernel/consumers';
import { Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { InviteMatches } from '../commands/invite-matches';
import type { JobEvent } from '../domain/jobs.events';

@Injectable()
@Policy('invite-when-job-published')
export class InviteWhenJobPublished {
  constructor(private readonly commands: CommandBus) {}

  readonly on: On<JobEvent> = {
    JobPublished: ({ jobId }) => this.commands.execute(new InviteMatches(jobId)),
  };
}
