import { Module } from '@nestjs/common';
import { BeginOnboardingHandler } from './commands/begin-onboarding';
import { ForgetOnboardings } from './commands/forget-person';
import { HandInTaskHandler } from './commands/hand-in-task';
import { PublishPlanHandler } from './commands/publish-plan';
import { RemindOfTask } from './commands/remind-of-task';
import { ReviewTaskHandler } from './commands/review-task';
import { OnboardingController } from './onboarding.controller';
import { ContractOnboardingHandler } from './queries/contract-onboarding';
import { MayBeginHandler } from './queries/may-begin';
import { OnboardingPageHandler } from './queries/onboarding-page';
import { MyOnboardingsHandler, OurOnboardingsHandler } from './queries/onboardings';
import { PlansOfHandler } from './queries/plans-of';
import { TaskFileHandler } from './queries/task-file';
import { TellOnboardings } from './queries/what-is-kept';

@Module({
  controllers: [OnboardingController],
  providers: [
    ForgetOnboardings,
    RemindOfTask,
    TellOnboardings,
    BeginOnboardingHandler,
    HandInTaskHandler,
    PublishPlanHandler,
    ReviewTaskHandler,
    ContractOnboardingHandler,
    MayBeginHandler,
    MyOnboardingsHandler,
    OnboardingPageHandler,
    OurOnboardingsHandler,
    PlansOfHandler,
    TaskFileHandler,
  ],
})
export class OnboardingModule {}
