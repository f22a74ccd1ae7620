import { MikroOrmModule } from '@mikro-orm/nestjs';
import { Module } from '@nestjs/common';
import { TellProposals } from './queries/what-is-kept';
import { ForgetProposals } from './commands/forget-person';
import { ProposalRow } from './adapters/proposal-row';
import { DecideProposalHandler } from './commands/decide-proposal';
import { EditProposalHandler } from './commands/edit-proposal';
import { SubmitProposalHandler } from './commands/submit-proposal';
import { AcceptWhenContractSigned } from './policies/accept-when-contract-signed';
import { ProposalsController } from './proposals.controller';
import { MyProposalsHandler } from './queries/my-proposals';
import { OfferableProposalHandler } from './queries/offerable-proposal';
import { ProposalPageHandler } from './queries/proposal-page';
import { ProposalsOfJobHandler } from './queries/proposals-of-job';

const commands = [SubmitProposalHandler, EditProposalHandler, DecideProposalHandler];
const queries = [
  ProposalPageHandler,
  ProposalsOfJobHandler,
  MyProposalsHandler,
  OfferableProposalHandler,
];

@Module({
  imports: [MikroOrmModule.forFeature([ProposalRow])],
  controllers: [ProposalsController],
  providers: [TellProposals, ForgetProposals, ...commands, ...queries, AcceptWhenContractSigned],
})
export class ProposalsModule {}
