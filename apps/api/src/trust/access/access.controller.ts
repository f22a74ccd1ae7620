import * as wire from '@wire/access';
import { id } from '@wire/primitives';
import { Can } from '@kernel/http/can';
import { IdempotencyKey } from '@kernel/http/idempotency';
import { Returns } from '@kernel/http/returns';
import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { AskElevation } from './commands/ask-elevation';
import { BreakGlass } from './commands/break-glass';
import { GiveBackElevation } from './commands/end-elevation';
import { RevealDetails } from './commands/reveal-details';
import { BeginViewing, EndViewing } from './commands/viewings';
import { FindElevations, OpenAlarms } from './queries/elevations';
import { MyReveals } from './queries/my-reveals';

@Controller('api/admin')
export class AccessController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  @Get('elevations')
  @Can('read', 'Console')
  @Returns(wire.elevations)
  elevations(
    @Query({ schema: wire.findElevations }) filter: FindElevations['filter'],
  ): Promise<unknown> {
    return this.queries.execute(new FindElevations(filter));
  }

  @Post('elevations')
  @Can('elevate', 'Role')
  @Returns(wire.elevationAsked, 201)
  ask(
    @Body({ schema: wire.askElevation }) input: AskElevation['input'],
    @IdempotencyKey() key: string,
  ): Promise<unknown> {
    return this.commands.execute(new AskElevation(input, key));
  }

  @Post('elevations/:id/end')
  @HttpCode(204)
  @Can('read', 'Console')
  giveBack(@Param('id', { schema: id }) elevationId: string): Promise<void> {
    return this.commands.execute(new GiveBackElevation(elevationId));
  }

  @Post('break-glass')
  @Can('break', 'Glass')
  @Returns(wire.elevationBegun, 201)
  breakGlass(@Body({ schema: wire.breakGlass }) input: BreakGlass['input']): Promise<unknown> {
    return this.commands.execute(new BreakGlass(input));
  }

  @Get('alarms')
  @Can('read', 'Console')
  @Returns(wire.alarms)
  alarms(): Promise<unknown> {
    return this.queries.execute(new OpenAlarms());
  }

  @Get('reveals')
  @Can('reveal', 'Account')
  @Returns(wire.reveals)
  reveals(): Promise<unknown> {
    return this.queries.execute(new MyReveals());
  }

  @Post('reveals')
  @Can('reveal', 'Account')
  @Returns(wire.revealed, 201)
  reveal(@Body({ schema: wire.revealDetails }) input: wire.RevealDetails): Promise<unknown> {
    return this.commands.execute(new RevealDetails(input));
  }

  @Post('viewings')
  @Can('view', 'Account')
  @Returns(wire.viewingBegun, 201)
  view(@Body({ schema: wire.beginViewing }) input: wire.BeginViewing): Promise<unknown> {
    return this.commands.execute(new BeginViewing(input));
  }

  @Post('viewings/:id/end')
  @HttpCode(204)
  @Can('view', 'Account')
  endViewing(@Param('id', { schema: id }) viewingId: string): Promise<void> {
    return this.commands.execute(new EndViewing(viewingId));
  }
}
