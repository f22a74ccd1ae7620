import * as wire from '@wire/access';
import { id } from '@wire/primitives';
import { Can } from '@kernel/http/can';
import { Returns } from '@kernel/http/returns';
import { Controller, Delete, Get, HttpCode, Param, Query } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { EndStaffSession } from './commands/end-staff-session';
import { StaffMembers } from './queries/staff-members';
import { StaffSessions } from './queries/staff-sessions';

@Controller('api/admin')
export class StaffController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  @Get('staff')
  @Can('inspect', 'Role')
  @Returns(wire.staffMembers)
  staff(@Query({ schema: wire.findStaff }) filter: StaffMembers['filter']): Promise<unknown> {
    return this.queries.execute(new StaffMembers(filter));
  }

  @Get('sessions')
  @Can('inspect', 'Session')
  @Returns(wire.staffSessions)
  sessions(
    @Query({ schema: wire.findStaffSessions }) filter: StaffSessions['filter'],
  ): Promise<unknown> {
    return this.queries.execute(new StaffSessions(filter));
  }

  @Delete('sessions/:id')
  @HttpCode(204)
  @Can('revoke', 'Session')
  end(@Param('id', { schema: id }) sessionId: string): Promise<void> {
    return this.commands.execute(new EndStaffSession(sessionId));
  }
}
