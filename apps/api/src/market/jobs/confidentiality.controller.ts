import { Can } from '@kernel/http/can';
import { Limit } from '@kernel/http/limits';
import { Returns } from '@kernel/http/returns';
import * as wire from '@wire/confidentiality';
import { jobView, type JobView } from '@wire/jobs';
import { id } from '@wire/primitives';
import { Body, Controller, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { ApiOperation } from '@nestjs/swagger';
import type * as z from 'zod';
import { ChangeConfidentiality } from './commands/change-confidentiality';
import { SignConfidentiality } from './commands/sign-confidentiality';
import { ConfidentialityOf } from './queries/confidentiality-of';
import { JobPage } from './queries/job-page';
import { OrgConfidentiality } from './queries/org-confidentiality';
import { SignaturesOn } from './queries/signatures-on';

const one = { schema: id };

/** What is signed before a brief is read. */
@Controller('api')
export class ConfidentialityController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  @Get('jobs/:id/confidentiality')
  @ApiOperation({ summary: 'The text that is signed before the brief of a job is read.' })
  @Can('read', 'Job')
  @Returns(wire.confidentiality)
  text(
    @Param('id', one) jobId: string,
    @Query({ schema: wire.askConfidentiality }) asked: wire.AskConfidentiality,
  ): Promise<wire.Confidentiality> {
    return this.queries.execute(new ConfidentialityOf(jobId, asked));
  }

  @Post('jobs/:id/confidentiality')
  @ApiOperation({ summary: 'Signs it; the brief and its attachments can be read from then on.' })
  @HttpCode(204)
  @Can('propose', 'Proposal')
  @Limit('proposals')
  sign(
    @Param('id', one) jobId: string,
    @Body({ schema: wire.signConfidentiality }) input: wire.SignConfidentiality,
  ): Promise<void> {
    return this.commands.execute(new SignConfidentiality(jobId, input));
  }

  @Get('jobs/:id/signatures')
  @ApiOperation({ summary: 'Who signed for a job, when and which text.' })
  @Can('read', 'Job')
  @Returns(wire.signatures)
  signatures(
    @Param('id', one) jobId: string,
    @Query({ schema: wire.findSignatures }) filter: SignaturesOn['filter'],
  ): Promise<wire.Signatures> {
    return this.queries.execute(new SignaturesOn(jobId, filter));
  }

  @Get('organisations/:id/confidentiality')
  @Can('read', 'Organisation')
  @Returns(wire.orgConfidentiality)
  ours(@Param('id', one) organisationId: string): Promise<wire.OrgConfidentiality> {
    return this.queries.execute(new OrgConfidentiality(organisationId));
  }

  @Put('organisations/:id/confidentiality')
  @HttpCode(204)
  @Can('update', 'Organisation')
  change(
    @Param('id', one) organisationId: string,
    @Body({ schema: wire.changeConfidentiality })
    { text }: z.infer<typeof wire.changeConfidentiality>,
  ): Promise<void> {
    return this.commands.execute(new ChangeConfidentiality(organisationId, text));
  }

  // Whole, whatever it holds back from others; that somebody looked is logged like every look of staff.
  @Get('admin/jobs/:id')
  @Can('inspect', 'Job')
  @Returns(jobView)
  whole(@Param('id', one) jobId: string): Promise<JobView> {
    return this.queries.execute(new JobPage(jobId, true));
  }
}
