import {
  declineProposal,
  findProposals,
  myProposals,
  proposalView,
  proposalViews,
  submitProposal,
} from '@wire/proposals';
import type { ProposalView, SubmitProposal as Proposed } from '@wire/proposals';
import { created, id } from '@wire/primitives';
import { Can } from '@kernel/http/can';
import { Limit } from '@kernel/http/limits';
import { Returns } from '@kernel/http/returns';
import { Body, Controller, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { ApiOperation } from '@nestjs/swagger';
import type * as z from 'zod';
import { DecideProposal } from './commands/decide-proposal';
import { EditProposal } from './commands/edit-proposal';
import { SubmitProposal } from './commands/submit-proposal';
import { MyProposals } from './queries/my-proposals';
import { ProposalPage } from './queries/proposal-page';
import { ProposalsOfJob, type ProposalViews } from './queries/proposals-of-job';

@Controller('api')
export class ProposalsController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  @Post('jobs/:jobId/proposals')
  @ApiOperation({ summary: 'Sends a proposal for a job.' })
  @Can('propose', 'Proposal')
  @Limit('proposals')
  @Returns(created, 201)
  submit(
    @Param('jobId', { schema: id }) jobId: string,
    @Body({ schema: submitProposal }) input: Proposed,
  ): Promise<{ id: string }> {
    return this.commands.execute(new SubmitProposal(jobId, input));
  }

  @Get('jobs/:jobId/proposals')
  @Can('shortlist', 'Proposal')
  @Returns(proposalViews)
  ofJob(
    @Param('jobId', { schema: id }) jobId: string,
    @Query({ schema: findProposals }) page: z.infer<typeof findProposals>,
  ): Promise<ProposalViews> {
    return this.queries.execute(new ProposalsOfJob(jobId, page));
  }

  @Get('proposals/mine')
  @ApiOperation({ summary: 'Your proposals.' })
  @Can('propose', 'Proposal')
  @Returns(proposalViews)
  mine(
    @Query({ schema: myProposals }) filter: z.infer<typeof myProposals>,
  ): Promise<ProposalViews> {
    return this.queries.execute(new MyProposals(filter));
  }

  @Get('proposals/:id')
  @ApiOperation({ summary: 'One proposal.' })
  @Can('read', 'Proposal')
  @Returns(proposalView)
  page(@Param('id', { schema: id }) proposalId: string): Promise<ProposalView> {
    return this.queries.execute(new ProposalPage(proposalId));
  }

  @Put('proposals/:id')
  @ApiOperation({ summary: 'Changes a proposal that nobody has answered.' })
  @HttpCode(204)
  @Can('update', 'Proposal')
  edit(
    @Param('id', { schema: id }) proposalId: string,
    @Body({ schema: submitProposal }) input: Proposed,
  ): Promise<void> {
    return this.commands.execute(new EditProposal(proposalId, input));
  }

  @Post('proposals/:id/withdraw')
  @ApiOperation({ summary: 'Takes a proposal back.' })
  @HttpCode(204)
  @Can('withdraw', 'Proposal')
  withdraw(@Param('id', { schema: id }) proposalId: string): Promise<void> {
    return this.commands.execute(new DecideProposal(proposalId, { to: 'withdrawn' }));
  }

  @Post('proposals/:id/view')
  @HttpCode(204)
  @Can('shortlist', 'Proposal')
  view(@Param('id', { schema: id }) proposalId: string): Promise<void> {
    return this.commands.execute(new DecideProposal(proposalId, { to: 'viewed' }));
  }

  @Post('proposals/:id/shortlist')
  @HttpCode(204)
  @Can('shortlist', 'Proposal')
  shortlist(@Param('id', { schema: id }) proposalId: string): Promise<void> {
    return this.commands.execute(new DecideProposal(proposalId, { to: 'shortlisted' }));
  }

  @Post('proposals/:id/decline')
  @HttpCode(204)
  @Can('decline', 'Proposal')
  decline(
    @Param('id', { schema: id }) proposalId: string,
    @Body({ schema: declineProposal }) input: z.infer<typeof declineProposal>,
  ): Promise<void> {
    return this.commands.execute(new DecideProposal(proposalId, { to: 'declined', ...input }));
  }
}
