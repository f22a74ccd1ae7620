import { Module } from '@nestjs/common';
import { AutoRelease } from './commands/auto-release';
import { DeliverMilestoneHandler } from './commands/deliver-milestone';
import { FundMilestoneHandler } from './commands/fund-milestone';
import { OpenEscrowHandler } from './commands/open-escrow';
import { ReleaseMilestoneHandler } from './commands/release-milestone';
import { RequestChangesHandler } from './commands/request-changes';
import { EscrowController } from './escrow.controller';
import { FundWhenDepositCaptured } from './policies/fund-when-deposit-captured';
import { OpenWhenContractSigned } from './policies/open-when-contract-signed';
import { ReleaseWhenReviewEnds } from './policies/release-when-review-ends';
import { DeliveriesOfHandler } from './queries/deliveries-of';
import { EscrowPartiesHandler } from './queries/escrow-parties';
import { PriceOfFundingHandler } from './queries/price-of-funding';

const commands = [
  OpenEscrowHandler,
  FundMilestoneHandler,
  DeliverMilestoneHandler,
  RequestChangesHandler,
  ReleaseMilestoneHandler,
  AutoRelease,
];
const queries = [DeliveriesOfHandler, EscrowPartiesHandler, PriceOfFundingHandler];
const policies = [OpenWhenContractSigned, FundWhenDepositCaptured, ReleaseWhenReviewEnds];

@Module({ controllers: [EscrowController], providers: [...commands, ...queries, ...policies] })
export class EscrowModule {}
