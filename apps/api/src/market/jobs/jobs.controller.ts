import {
  askPriceHint,
  closeJob,
  findAllJobs,
  jobDraft,
  jobRows,
  jobView,
  matches,
  myJobs,
  ourJobs,
  priceHint,
  saved,
  saveDraft,
} from '@wire/jobs';
import type { JobDraft, JobView } from '@wire/jobs';
import { id } from '@wire/primitives';
import { Can } from '@kernel/http/can';
import { Returns } from '@kernel/http/returns';
import { Body, Controller, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { ApiOperation } from '@nestjs/swagger';
import type * as z from 'zod';
import { CloseJob } from './commands/close-job';
import { DraftJob, type Saved } from './commands/draft-job';
import { PublishJob } from './commands/publish-job';
import { SaveDraft } from './commands/save-draft';
import { AllJobs } from './queries/all-jobs';
import { JobMatches } from './queries/job-matches';
import { JobPage } from './queries/job-page';
import type { JobRows } from './queries/job-rows';
import { MyJobs } from './queries/my-jobs';
import { OurJobs } from './queries/our-jobs';
import { PriceHint } from './queries/price-hint';

@Controller('api')
export class JobsController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  @Post('jobs')
  @ApiOperation({ summary: 'Starts a draft.' })
  @Can('create', 'Job')
  @Returns(saved, 201)
  draft(@Body({ schema: jobDraft }) input: JobDraft): Promise<Saved> {
    return this.commands.execute(new DraftJob(input));
  }

  @Put('jobs/:id/draft')
  @ApiOperation({ summary: 'Saves a draft; refused when somebody saved a newer one.' })
  @Can('update', 'Job')
  @Returns(saved)
  save(
    @Param('id', { schema: id }) jobId: string,
    @Body({ schema: saveDraft }) input: z.infer<typeof saveDraft>,
  ): Promise<Saved> {
    return this.commands.execute(new SaveDraft(jobId, input));
  }

  @Post('jobs/:id/publish')
  @ApiOperation({ summary: 'Publishes a draft, or asks whoever has to agree.' })
  @HttpCode(204)
  @Can('publish', 'Job')
  publish(@Param('id', { schema: id }) jobId: string): Promise<void> {
    return this.commands.execute(new PublishJob(jobId));
  }

  @Post('jobs/:id/close')
  @ApiOperation({ summary: 'Closes a job: no more proposals.' })
  @HttpCode(204)
  @Can('close', 'Job')
  close(
    @Param('id', { schema: id }) jobId: string,
    @Body({ schema: closeJob }) { reason }: z.infer<typeof closeJob>,
  ): Promise<void> {
    return this.commands.execute(new CloseJob(jobId, reason));
  }

  @Get('jobs/mine')
  @ApiOperation({ summary: 'Your jobs and drafts.' })
  @Can('create', 'Job')
  @Returns(jobRows)
  mine(@Query({ schema: myJobs }) filter: z.infer<typeof myJobs>): Promise<JobRows> {
    return this.queries.execute(new MyJobs(filter));
  }

  @Get('jobs/ours')
  @Can('follow', 'Job')
  @Returns(jobRows)
  ours(@Query({ schema: ourJobs }) filter: OurJobs['filter']): Promise<JobRows> {
    return this.queries.execute(new OurJobs(filter));
  }

  @Get('jobs/price-hint')
  @ApiOperation({ summary: 'What jobs like this one were agreed for.' })
  @Can('create', 'Job')
  @Returns(priceHint)
  priceHint(@Query({ schema: askPriceHint }) { category, skills }: z.infer<typeof askPriceHint>) {
    return this.queries.execute(new PriceHint(category, skills));
  }

  @Get('jobs/:id')
  @ApiOperation({ summary: 'One job.' })
  @Can('read', 'Job')
  @Returns(jobView)
  page(@Param('id', { schema: id }) jobId: string): Promise<JobView> {
    return this.queries.execute(new JobPage(jobId));
  }

  @Get('jobs/:id/matches')
  @ApiOperation({ summary: 'Providers who fit a job, with the reasons.' })
  @Can('create', 'Job')
  @Returns(matches)
  matches(@Param('id', { schema: id }) jobId: string): Promise<z.infer<typeof matches>> {
    return this.queries.execute(new JobMatches(jobId));
  }

  @Get('admin/jobs')
  @Can('inspect', 'Job')
  @Returns(jobRows)
  all(@Query({ schema: findAllJobs }) filter: z.infer<typeof findAllJobs>): Promise<JobRows> {
    return this.queries.execute(new AllJobs(filter));
  }
}
