import * as wire from '@wire/access';
import { roles, type Role } from '@wire/permissions';
import { Can } from '@kernel/http/can';
import { Returns } from '@kernel/http/returns';
import { Controller, Get, Param, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import * as z from 'zod';
import { WhoMay, WhyMay } from './queries/permissions';
import { RoleChangeOf } from './queries/role-change';
import { AllRoles, RoleByName } from './queries/roles';

const role = z.enum(roles);

@Controller('api/admin')
export class RolesController {
  constructor(private readonly queries: QueryBus) {}

  @Get('roles')
  @Can('inspect', 'Role')
  @Returns(wire.roleRows)
  all(): Promise<unknown> {
    return this.queries.execute(new AllRoles());
  }

  @Get('roles/change')
  @Can('inspect', 'Role')
  @Returns(wire.roleChange)
  change(@Query({ schema: wire.findRoleChange }) wish: RoleChangeOf['wish']): Promise<unknown> {
    return this.queries.execute(new RoleChangeOf(wish));
  }

  @Get('roles/:role')
  @Can('inspect', 'Role')
  @Returns(wire.roleDetail)
  one(@Param('role', { schema: role }) name: Role): Promise<unknown> {
    return this.queries.execute(new RoleByName(name));
  }

  @Get('permissions/who')
  @Can('inspect', 'Role')
  @Returns(wire.whoMay)
  who(@Query({ schema: wire.findWho }) asked: WhoMay['asked']): Promise<unknown> {
    return this.queries.execute(new WhoMay(asked));
  }

  @Get('permissions/why')
  @Can('inspect', 'Role')
  @Returns(wire.whyMay)
  why(@Query({ schema: wire.findWhy }) asked: WhyMay['asked']): Promise<unknown> {
    return this.queries.execute(new WhyMay(asked));
  }
}
