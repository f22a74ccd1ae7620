import * as file from '@wire/dispute-case';
import type { Precedents } from '@wire/dispute-case';
import * as wire from '@wire/dispute-console';
import { simulate, simulation, type Simulation } from '@wire/disputes';
import { id } from '@wire/primitives';
import { Can } from '@kernel/http/can';
import { IdempotencyKey } from '@kernel/http/idempotency';
import { Returns } from '@kernel/http/returns';
import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import type * as z from 'zod';
import { AssignPanel, VoteOnAppeal } from './commands/appeal-decision';
import { AddNote, AssignMediator, RecommendSplit } from './commands/mediate';
import { RuleDispute } from './commands/rule-dispute';
import { AllDisputes } from './queries/all-disputes';
import { CandidatesFor, ConsoleCaseOf } from './queries/console-case';
import { FindPrecedents } from './queries/precedents';
import { RulingPolicies, type Policies } from './queries/ruling-policies';
import { SimulateOutcome } from './queries/simulate-outcome';

@Controller('api/admin/disputes')
export class DisputeConsoleController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  @Get()
  @Can('inspect', 'Dispute')
  @Returns(wire.consoleRows)
  all(
    @Query({ schema: wire.findConsole }) filter: wire.FindConsole,
  ): Promise<z.infer<typeof wire.consoleRows>> {
    return this.queries.execute(new AllDisputes(filter));
  }

  @Get('precedents')
  @Can('inspect', 'Dispute')
  @Returns(file.precedents)
  precedents(
    @Query({ schema: file.findPrecedents }) filter: z.infer<typeof file.findPrecedents>,
  ): Promise<Precedents> {
    return this.queries.execute(new FindPrecedents(filter));
  }

  @Get('policies')
  @Can('inspect', 'Dispute')
  @Returns(wire.rulingPolicies)
  policies(): Promise<Policies> {
    return this.queries.execute(new RulingPolicies());
  }

  @Get(':id')
  @Can('inspect', 'Dispute')
  @Returns(wire.consoleCase)
  page(@Param('id', { schema: id }) disputeId: string): Promise<wire.ConsoleCase> {
    return this.queries.execute(new ConsoleCaseOf(disputeId));
  }

  @Get(':id/candidates')
  @Can('inspect', 'Dispute')
  @Returns(wire.candidates)
  candidates(@Param('id', { schema: id }) disputeId: string): Promise<wire.Candidates> {
    return this.queries.execute(new CandidatesFor(disputeId));
  }

  @Post(':id/assign')
  @HttpCode(204)
  @Can('rule', 'Dispute')
  assign(
    @Param('id', { schema: id }) disputeId: string,
    @Body({ schema: wire.assignMediator }) { mediatorId }: z.infer<typeof wire.assignMediator>,
  ): Promise<void> {
    return this.commands.execute(new AssignMediator(disputeId, mediatorId));
  }

  @Post(':id/notes')
  @HttpCode(204)
  @Can('rule', 'Dispute')
  note(
    @Param('id', { schema: id }) disputeId: string,
    @Body({ schema: wire.addNote }) { text }: z.infer<typeof wire.addNote>,
  ): Promise<void> {
    return this.commands.execute(new AddNote(disputeId, text));
  }

  @Post(':id/recommend')
  @HttpCode(204)
  @Can('rule', 'Dispute')
  recommend(
    @Param('id', { schema: id }) disputeId: string,
    @Body({ schema: wire.recommend }) input: wire.Recommend,
  ): Promise<void> {
    return this.commands.execute(new RecommendSplit(disputeId, input));
  }

  @Post(':id/simulate')
  @HttpCode(200)
  @Can('inspect', 'Dispute')
  @Returns(simulation)
  simulate(
    @Param('id', { schema: id }) disputeId: string,
    @Body({ schema: simulate }) { split }: z.infer<typeof simulate>,
  ): Promise<Simulation> {
    return this.queries.execute(new SimulateOutcome(disputeId, split, 'staff'));
  }

  @Post(':id/rule')
  @HttpCode(200)
  @Can('rule', 'Dispute')
  @Returns(wire.ruled)
  rule(
    @Param('id', { schema: id }) disputeId: string,
    @Body({ schema: wire.ruleDispute }) input: wire.RuleDispute,
    @IdempotencyKey() key: string,
  ): Promise<wire.Ruled> {
    return this.commands.execute(new RuleDispute(disputeId, input, key));
  }

  @Post(':id/panel')
  @HttpCode(204)
  @Can('assign', 'Dispute')
  panel(
    @Param('id', { schema: id }) disputeId: string,
    @Body({ schema: wire.assignPanel }) { memberIds }: z.infer<typeof wire.assignPanel>,
  ): Promise<void> {
    return this.commands.execute(new AssignPanel(disputeId, memberIds));
  }

  @Post(':id/vote')
  @HttpCode(204)
  @Can('rule', 'Dispute')
  vote(
    @Param('id', { schema: id }) disputeId: string,
    @Body({ schema: wire.votePanel }) input: wire.VotePanel,
  ): Promise<void> {
    return this.commands.execute(new VoteOnAppeal(disputeId, input));
  }
}
