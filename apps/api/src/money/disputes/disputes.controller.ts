import * as wire from '@wire/disputes';
import * as file from '@wire/dispute-case';
import type { CasePrint, DisputeView, Precedents } from '@wire/dispute-case';
import { created, id } from '@wire/primitives';
import { Can } from '@kernel/http/can';
import { IdempotencyKey } from '@kernel/http/idempotency';
import { Returns } from '@kernel/http/returns';
import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { ApiOperation } from '@nestjs/swagger';
import type * as z from 'zod';
import { AddEvidence, AnswerDispute, CloseEvidence } from './commands/add-evidence';
import { AppealDecision } from './commands/appeal-decision';
import {
  AcceptRecommendation,
  AnswerOffer,
  EscalateDispute,
  MakeOffer,
  WithdrawDispute,
} from './commands/negotiate';
import { OpenDispute } from './commands/open-dispute';
import { CasePage, CasePrintOf } from './queries/case-page';
import { MyDisputes } from './queries/dispute-rows';
import { FormFor } from './queries/form';
import { FindPrecedents } from './queries/precedents';
import { SimulateOutcome } from './queries/simulate-outcome';

@Controller('api/disputes')
export class DisputesController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  @Get('form')
  @Can('dispute', 'Dispute')
  @Returns(wire.disputeForm)
  form(
    @Query({ schema: wire.findForm }) { contractId }: z.infer<typeof wire.findForm>,
  ): Promise<wire.DisputeForm> {
    return this.queries.execute(new FormFor(contractId));
  }

  @Get('precedents')
  @ApiOperation({ summary: 'Decisions that were published without names.' })
  @Can('read', 'Dispute')
  @Returns(file.precedents)
  precedents(
    @Query({ schema: file.findPrecedents }) filter: z.infer<typeof file.findPrecedents>,
  ): Promise<Precedents> {
    return this.queries.execute(new FindPrecedents(filter));
  }

  @Post()
  @Can('dispute', 'Dispute')
  @Returns(created, 201)
  open(
    @Body({ schema: wire.openDispute }) input: wire.OpenDispute,
    @IdempotencyKey() key: string,
  ): Promise<{ id: string }> {
    return this.commands.execute(new OpenDispute(input, key));
  }

  @Get()
  @ApiOperation({ summary: 'Your disputes.' })
  @Can('read', 'Dispute')
  @Returns(wire.disputeRows)
  mine(
    @Query({ schema: wire.findDisputes }) filter: wire.FindDisputes,
  ): Promise<z.infer<typeof wire.disputeRows>> {
    return this.queries.execute(new MyDisputes(filter));
  }

  @Get(':id')
  @ApiOperation({ summary: 'One dispute: claim, evidence, offers, what comes next and by when.' })
  @Can('read', 'Dispute')
  @Returns(file.disputeView)
  page(@Param('id', { schema: id }) disputeId: string): Promise<DisputeView> {
    return this.queries.execute(new CasePage(disputeId));
  }

  @Get(':id/print')
  @ApiOperation({ summary: 'The case on paper.' })
  @Can('read', 'Dispute')
  @Returns(file.casePrint)
  print(@Param('id', { schema: id }) disputeId: string): Promise<CasePrint> {
    return this.queries.execute(new CasePrintOf(disputeId));
  }

  @Post(':id/answer')
  @HttpCode(204)
  @Can('answer', 'Dispute')
  answer(
    @Param('id', { schema: id }) disputeId: string,
    @Body({ schema: wire.answerDispute }) input: z.infer<typeof wire.answerDispute>,
  ): Promise<void> {
    return this.commands.execute(new AnswerDispute(disputeId, input));
  }

  @Post(':id/evidence')
  @HttpCode(204)
  @Can('dispute', 'Dispute')
  evidence(
    @Param('id', { schema: id }) disputeId: string,
    @Body({ schema: wire.addEvidence }) input: wire.AddEvidence,
  ): Promise<void> {
    return this.commands.execute(new AddEvidence(disputeId, input));
  }

  @Post(':id/close-evidence')
  @HttpCode(204)
  @Can('dispute', 'Dispute')
  closeEvidence(@Param('id', { schema: id }) disputeId: string): Promise<void> {
    return this.commands.execute(new CloseEvidence(disputeId));
  }

  @Post(':id/offers')
  @Can('dispute', 'Dispute')
  @Returns(created, 201)
  offer(
    @Param('id', { schema: id }) disputeId: string,
    @Body({ schema: wire.makeOffer }) input: wire.MakeOffer,
  ): Promise<{ id: string }> {
    return this.commands.execute(new MakeOffer(disputeId, input));
  }

  @Post(':id/offers/:offerId/accept')
  @HttpCode(204)
  @Can('dispute', 'Dispute')
  accept(
    @Param('id', { schema: id }) disputeId: string,
    @Param('offerId', { schema: id }) offerId: string,
    @IdempotencyKey() key: string,
  ): Promise<void> {
    return this.commands.execute(new AnswerOffer(disputeId, offerId, key));
  }

  @Post(':id/offers/:offerId/decline')
  @HttpCode(204)
  @Can('dispute', 'Dispute')
  decline(
    @Param('id', { schema: id }) disputeId: string,
    @Param('offerId', { schema: id }) offerId: string,
  ): Promise<void> {
    return this.commands.execute(new AnswerOffer(disputeId, offerId, null));
  }

  @Post(':id/escalate')
  @HttpCode(204)
  @Can('dispute', 'Dispute')
  escalate(@Param('id', { schema: id }) disputeId: string): Promise<void> {
    return this.commands.execute(new EscalateDispute(disputeId));
  }

  @Post(':id/accept-recommendation')
  @HttpCode(204)
  @Can('dispute', 'Dispute')
  acceptRecommendation(
    @Param('id', { schema: id }) disputeId: string,
    @IdempotencyKey() key: string,
  ): Promise<void> {
    return this.commands.execute(new AcceptRecommendation(disputeId, key));
  }

  @Post(':id/simulate')
  @ApiOperation({ summary: 'What a split would pay each side; nothing is moved.' })
  @HttpCode(200)
  @Can('read', 'Dispute')
  @Returns(wire.simulation)
  simulate(
    @Param('id', { schema: id }) disputeId: string,
    @Body({ schema: wire.simulate }) { split }: z.infer<typeof wire.simulate>,
  ): Promise<wire.Simulation> {
    return this.queries.execute(new SimulateOutcome(disputeId, split, 'party'));
  }

  @Post(':id/withdraw')
  @HttpCode(204)
  @Can('dispute', 'Dispute')
  withdraw(@Param('id', { schema: id }) disputeId: string): Promise<void> {
    return this.commands.execute(new WithdrawDispute(disputeId));
  }

  @Post(':id/appeal')
  @HttpCode(204)
  @Can('appeal', 'Dispute')
  appeal(
    @Param('id', { schema: id }) disputeId: string,
    @Body({ schema: wire.appealDecision }) { grounds }: z.infer<typeof wire.appealDecision>,
  ): Promise<void> {
    return this.commands.execute(new AppealDecision(disputeId, grounds));
  }
}
