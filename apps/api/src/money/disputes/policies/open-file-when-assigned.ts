import { Policy, type On } from '@kernel/consumers';
import { Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { OpenCaseFile } from '../commands/open-case-file';
import type { DisputeEvent } from '../domain/disputes.events';

/** Whoever has to decide reads the files that the sides put into the case. */
@Injectable()
@Policy('open-file-when-assigned')
export class OpenFileWhenAssigned {
  constructor(private readonly commands: CommandBus) {}

  readonly on: On<DisputeEvent> = {
    MediatorAssigned: ({ disputeId, mediatorId }) =>
      this.commands.execute(new OpenCaseFile(disputeId, [mediatorId])),
    PanelAssigned: ({ disputeId, memberIds }) =>
      this.commands.execute(new OpenCaseFile(disputeId, memberIds)),
  };
}
