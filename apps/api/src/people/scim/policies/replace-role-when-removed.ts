import { Policy, type On } from '@kernel/consumers';
import { Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { OrganisationEvent } from '../../organisations';
import { ReplaceRole } from '../commands/replace-role';

@Injectable()
@Policy('replace-role-when-removed')
export class ReplaceRoleWhenRemoved {
  constructor(private readonly commands: CommandBus) {}

  readonly on: On<OrganisationEvent> = {
    RoleRemoved: ({ organisationId, roleId, replacement }) =>
      this.commands.execute(new ReplaceRole(organisationId, roleId, replacement)),
  };
}
