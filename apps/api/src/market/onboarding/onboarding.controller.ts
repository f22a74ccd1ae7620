import { Can } from '@kernel/http/can';
import { Limit } from '@kernel/http/limits';
import { Returns } from '@kernel/http/returns';
import * as wire from '@wire/onboarding';
import { id } from '@wire/primitives';
import {
  Body,
  Controller,
  Get,
  Header,
  HttpCode,
  Param,
  Post,
  Put,
  Query,
  Redirect,
} from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { ApiOperation } from '@nestjs/swagger';
import { HandInTask } from './commands/hand-in-task';
import { PublishPlan } from './commands/publish-plan';
import { ReviewTask } from './commands/review-task';
import { ContractOnboarding } from './queries/contract-onboarding';
import { OnboardingPage } from './queries/onboarding-page';
import { MyOnboardings, OurOnboardings } from './queries/onboardings';
import { PlansOf } from './queries/plans-of';
import { TaskFile } from './queries/task-file';

const one = { schema: id };

@Controller('api')
export class OnboardingController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  @Get('organisations/:id/onboarding')
  @Can('review', 'Onboarding')
  @Returns(wire.plans)
  plans(@Param('id', one) organisationId: string): Promise<wire.Plans> {
    return this.queries.execute(new PlansOf(organisationId));
  }

  @Put('organisations/:id/onboarding')
  @Can('update', 'Onboarding')
  @Returns(wire.planPublished)
  publish(
    @Param('id', one) organisationId: string,
    @Body({ schema: wire.publishPlan }) input: wire.PublishPlan,
  ): Promise<{ version: number }> {
    return this.commands.execute(new PublishPlan(organisationId, input));
  }

  @Get('organisations/:id/onboardings')
  @Can('review', 'Onboarding')
  @Returns(wire.onboardings)
  ours(
    @Param('id', one) organisationId: string,
    @Query({ schema: wire.findOnboardings }) filter: OurOnboardings['filter'],
  ): Promise<unknown> {
    return this.queries.execute(new OurOnboardings(organisationId, filter));
  }

  @Get('onboardings')
  @Can('answer', 'Onboarding')
  @Returns(wire.onboardings)
  mine(
    @Query({ schema: wire.findMyOnboardings }) filter: MyOnboardings['filter'],
  ): Promise<unknown> {
    return this.queries.execute(new MyOnboardings(filter));
  }

  @Get('onboardings/:id')
  @Can('read', 'Onboarding')
  @Returns(wire.onboardingView)
  page(@Param('id', one) onboardingId: string): Promise<wire.OnboardingView> {
    return this.queries.execute(new OnboardingPage(onboardingId));
  }

  @Get('onboardings/:id/tasks/:taskId/file')
  @Can('read', 'Onboarding')
  @Redirect()
  @Header('cache-control', 'private, no-store')
  async file(
    @Param('id', one) onboardingId: string,
    @Param('taskId', one) taskId: string,
  ): Promise<{ url: string }> {
    return { url: await this.queries.execute(new TaskFile(onboardingId, taskId)) };
  }

  @Post('onboardings/:id/tasks/:taskId/hand-in')
  @HttpCode(204)
  @Can('answer', 'Onboarding')
  @Limit('messages')
  handIn(
    @Param('id', one) onboardingId: string,
    @Param('taskId', one) taskId: string,
    @Body({ schema: wire.handIn }) input: wire.HandIn,
  ): Promise<void> {
    return this.commands.execute(new HandInTask(onboardingId, taskId, input));
  }

  @Post('onboardings/:id/tasks/:taskId/review')
  @HttpCode(204)
  @Can('review', 'Onboarding')
  @Limit('messages')
  review(
    @Param('id', one) onboardingId: string,
    @Param('taskId', one) taskId: string,
    @Body({ schema: wire.reviewTask }) verdict: wire.ReviewTask,
  ): Promise<void> {
    return this.commands.execute(new ReviewTask(onboardingId, taskId, verdict));
  }

  @Get('contracts/:id/onboarding')
  @ApiOperation({ summary: 'What a contract asks its provider to read, sign and send in.' })
  @Can('read', 'Contract')
  @Returns(wire.contractOnboarding)
  ofContract(@Param('id', one) contractId: string): Promise<wire.ContractOnboarding> {
    return this.queries.execute(new ContractOnboarding(contractId));
  }
}
