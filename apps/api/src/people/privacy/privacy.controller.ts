import { proposed } from '@wire/approvals';
import { created, id } from '@wire/primitives';
import * as wire from '@wire/privacy';
import * as desk from '@wire/retention';
import { Can } from '@kernel/http/can';
import { IdempotencyKey } from '@kernel/http/idempotency';
import { Returns } from '@kernel/http/returns';
import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { ProposeRetention } from './commands/change-retention';
import { LiftLegalHold, PlaceLegalHold } from './commands/legal-holds';
import { ProposeErasure } from './commands/propose-erasure';
import { FindHeld, FindRequests } from './queries/privacy-desk';
import { Retention } from './queries/retention';
import { ErasureOutlookOf, FindErasures } from './queries/erasures';

@Controller('api/admin/privacy')
export class PrivacyController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  @Get('erasures')
  @Can('inspect', 'Privacy')
  @Returns(wire.erasures)
  erasures(@Query({ schema: wire.findErasures }) filter: FindErasures['filter']): Promise<unknown> {
    return this.queries.execute(new FindErasures(filter));
  }

  @Post('erasures')
  @HttpCode(200)
  @Can('request', 'Privacy')
  @Returns(proposed)
  propose(
    @Body({ schema: wire.proposeErasure }) input: wire.ProposeErasure,
    @IdempotencyKey() key: string,
  ): Promise<{ approvalId: string }> {
    return this.commands.execute(new ProposeErasure(input, key));
  }

  @Get('accounts/:accountId')
  @Can('inspect', 'Privacy')
  @Returns(wire.erasureOutlook)
  outlook(@Param('accountId', { schema: id }) accountId: string): Promise<unknown> {
    return this.queries.execute(new ErasureOutlookOf(accountId));
  }

  @Get('requests')
  @Can('inspect', 'Privacy')
  @Returns(desk.privacyRequests)
  requests(@Query({ schema: desk.findRequests }) filter: desk.FindRequests): Promise<unknown> {
    return this.queries.execute(new FindRequests(filter));
  }

  @Get('retention')
  @Can('inspect', 'Privacy')
  @Returns(desk.retentionRules)
  retention(): Promise<unknown> {
    return this.queries.execute(new Retention());
  }

  @Post('retention')
  @HttpCode(200)
  @Can('request', 'Privacy')
  @Returns(proposed)
  proposeRetention(
    @Body({ schema: desk.proposeRetention }) input: desk.ProposeRetention,
    @IdempotencyKey() key: string,
  ): Promise<{ approvalId: string }> {
    return this.commands.execute(new ProposeRetention(input, key));
  }

  @Get('holds')
  @Can('inspect', 'Privacy')
  @Returns(desk.heldPeople)
  held(@Query({ schema: desk.findHeld }) filter: FindHeld['filter']): Promise<unknown> {
    return this.queries.execute(new FindHeld(filter));
  }

  @Post('holds')
  @Can('hold', 'Privacy')
  @Returns(created, 201)
  hold(@Body({ schema: wire.placeHold }) input: wire.PlaceHold): Promise<{ id: string }> {
    return this.commands.execute(new PlaceLegalHold(input));
  }

  @Post('holds/:holdId/lift')
  @HttpCode(204)
  @Can('lift', 'Privacy')
  lift(@Param('holdId', { schema: id }) holdId: string): Promise<void> {
    return this.commands.execute(new LiftLegalHold(holdId));
  }
}
