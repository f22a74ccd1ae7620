import { Module } from '@nestjs/common';
import { AboutController } from './about.controller';
import { ScimCabinet } from './adapters/key-cabinet';
import { RequestLog } from './adapters/request-log';
import { Envelope } from './commands/envelope';
import { ForgetUser } from './commands/forget-person';
import { ChangeGroupHandler, CreateGroupHandler, RemoveGroupHandler } from './commands/groups';
import { CreateScimKeyHandler, RevokeScimKeyHandler, RotateScimKeyHandler } from './commands/keys';
import { Roles } from './commands/roles';
import { Seats } from './commands/seats';
import { ChangeScimSettingsHandler, MapGroupHandler } from './commands/settings';
import { ChangeUserHandler, CreateUserHandler, RemoveUserHandler } from './commands/users';
import { GroupsController } from './groups.controller';
import { AboutHandler } from './queries/about';
import { FindGroupsHandler, OneGroupHandler } from './queries/find-groups';
import { FindUsersHandler, OneUserHandler } from './queries/find-users';
import { ProvisionedAsHandler } from './queries/provisioned-as';
import { Roll } from './queries/roll';
import { ScimStateOfHandler } from './queries/scim-state';
import { ScimPageHandler } from './queries/scim-page';
import { TellDirectory } from './queries/what-is-kept';
import { AdminScimController } from './admin-scim.controller';
import { ReplaceRoleHandler } from './commands/replace-role';
import { ReplaceRoleWhenRemoved } from './policies/replace-role-when-removed';
import { ScimController } from './scim.controller';
import { UsersController } from './users.controller';

const commands = [
  ChangeGroupHandler,
  ChangeScimSettingsHandler,
  ChangeUserHandler,
  CreateGroupHandler,
  CreateScimKeyHandler,
  CreateUserHandler,
  ForgetUser,
  MapGroupHandler,
  RemoveGroupHandler,
  RemoveUserHandler,
  ReplaceRoleHandler,
  ReplaceRoleWhenRemoved,
  RevokeScimKeyHandler,
  RotateScimKeyHandler,
];
const queries = [
  AboutHandler,
  FindGroupsHandler,
  FindUsersHandler,
  OneGroupHandler,
  OneUserHandler,
  ProvisionedAsHandler,
  ScimPageHandler,
  ScimStateOfHandler,
  TellDirectory,
];

@Module({
  controllers: [
    AdminScimController,
    ScimController,
    AboutController,
    UsersController,
    GroupsController,
  ],
  providers: [...commands, ...queries, Envelope, RequestLog, Roles, Roll, ScimCabinet, Seats],
})
export class ScimModule {}
