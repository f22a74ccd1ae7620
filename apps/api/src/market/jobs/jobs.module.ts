import { Remembered } from '@kernel/remembered';
import { MikroOrmModule } from '@mikro-orm/nestjs';
import { Module } from '@nestjs/common';
import { TellJobs } from './queries/what-is-kept';
import { ForgetJobs } from './commands/forget-person';
import { JobRow } from './adapters/job-row';
import { ChangeConfidentialityHandler } from './commands/change-confidentiality';
import { CloseJobHandler } from './commands/close-job';
import { DraftJobHandler } from './commands/draft-job';
import { FillJobHandler } from './commands/fill-job';
import { PublishAgreedHandler, SendBackHandler } from './commands/publish-agreed';
import { InviteMatchesHandler } from './commands/invite-matches';
import { InviteProvidersHandler } from './commands/invite-providers';
import { PublishJobHandler } from './commands/publish-job';
import { SaveDraftHandler } from './commands/save-draft';
import { SignConfidentialityHandler } from './commands/sign-confidentiality';
import { ConfidentialityController } from './confidentiality.controller';
import { JobsController } from './jobs.controller';
import { FillWhenContractSigned } from './policies/fill-when-contract-signed';
import { InviteWhenJobPublished } from './policies/invite-when-job-published';
import { PublishWhenSpendingGranted } from './policies/publish-when-spending-granted';
import { ClientTrust } from './projections/client-trust';
import { JobActivity } from './projections/job-activity';
import { JobTalent } from './projections/job-talent';
import { AllJobsHandler } from './queries/all-jobs';
import { ConfidentialityOfHandler } from './queries/confidentiality-of';
import { HasSignedHandler } from './queries/has-signed';
import { IsInvitedHandler } from './queries/is-invited';
import { JobBriefsHandler } from './queries/job-briefs';
import { JobCardOfHandler } from './queries/job-card-of';
import { JobMatchesHandler } from './queries/job-matches';
import { JobPageHandler } from './queries/job-page';
import { JobTitleHandler } from './queries/job-title';
import { ListedJobsHandler } from './queries/listed-jobs';
import { MyJobsHandler } from './queries/my-jobs';
import { OrgConfidentialityHandler } from './queries/org-confidentiality';
import { OurJobsHandler } from './queries/our-jobs';
import { PriceHintHandler } from './queries/price-hint';
import { SignaturesOnHandler } from './queries/signatures-on';

const commands = [
  DraftJobHandler,
  SaveDraftHandler,
  PublishJobHandler,
  PublishAgreedHandler,
  SendBackHandler,
  CloseJobHandler,
  FillJobHandler,
  InviteMatchesHandler,
  InviteProvidersHandler,
  SignConfidentialityHandler,
  ChangeConfidentialityHandler,
];
const queries = [
  IsInvitedHandler,
  JobPageHandler,
  MyJobsHandler,
  OurJobsHandler,
  AllJobsHandler,
  PriceHintHandler,
  JobMatchesHandler,
  JobBriefsHandler,
  JobCardOfHandler,
  JobTitleHandler,
  ListedJobsHandler,
  ConfidentialityOfHandler,
  HasSignedHandler,
  SignaturesOnHandler,
  OrgConfidentialityHandler,
];
const consumers = [
  JobActivity,
  ClientTrust,
  JobTalent,
  InviteWhenJobPublished,
  FillWhenContractSigned,
  PublishWhenSpendingGranted,
];

@Module({
  imports: [MikroOrmModule.forFeature([JobRow])],
  controllers: [JobsController, ConfidentialityController],
  providers: [TellJobs, ForgetJobs, Remembered, ...commands, ...queries, ...consumers],
})
export class JobsModule {}
