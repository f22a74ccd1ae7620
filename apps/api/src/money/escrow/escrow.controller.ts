import { deliverMilestone, released, releaseMilestone, requestChanges } from '@wire/escrow';
import type * as wire from '@wire/escrow';
import { id } from '@wire/primitives';
import { Can } from '@kernel/http/can';
import { IdempotencyKey } from '@kernel/http/idempotency';
import { Returns } from '@kernel/http/returns';
import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation } from '@nestjs/swagger';
import { DeliverMilestone } from './commands/deliver-milestone';
import { ReleaseMilestone, type Released } from './commands/release-milestone';
import { RequestChanges } from './commands/request-changes';

@Controller('api/escrow/:contractId/milestones/:milestoneId')
export class EscrowController {
  constructor(private readonly commands: CommandBus) {}

  @Post('deliver')
  @ApiOperation({ summary: 'Delivers the work of a milestone: the review period begins.' })
  @HttpCode(204)
  @Can('deliver', 'Milestone')
  deliver(
    @Param('contractId', { schema: id }) contractId: string,
    @Param('milestoneId', { schema: id }) milestoneId: string,
    @Body({ schema: deliverMilestone }) input: wire.DeliverMilestone,
  ): Promise<void> {
    return this.commands.execute(new DeliverMilestone(contractId, milestoneId, input));
  }

  @Post('request-changes')
  @HttpCode(204)
  @Can('review', 'Milestone')
  requestChanges(
    @Param('contractId', { schema: id }) contractId: string,
    @Param('milestoneId', { schema: id }) milestoneId: string,
    @Body({ schema: requestChanges }) input: wire.RequestChanges,
  ): Promise<void> {
    return this.commands.execute(new RequestChanges(contractId, milestoneId, input));
  }

  @Post('release')
  @HttpCode(200)
  @Can('release', 'Milestone')
  @Returns(released)
  release(
    @Param('contractId', { schema: id }) contractId: string,
    @Param('milestoneId', { schema: id }) milestoneId: string,
    @Body({ schema: releaseMilestone }) input: wire.ReleaseMilestone,
    @IdempotencyKey() key: string,
  ): Promise<Released> {
    return this.commands.execute(new ReleaseMilestone(contractId, milestoneId, input, key));
  }
}
