import { Module } from '@nestjs/common';
import { TellDeliveries } from './queries/what-is-kept';
import { AutoRelease } from './commands/auto-release';
import { CarryOutDispute } from './commands/carry-out-dispute';
import { DeliverMilestoneHandler } from './commands/deliver-milestone';
import { ExecuteDecisionHandler } from './commands/execute-decision';
import { FreezeMilestonesHandler } from './commands/freeze-milestones';
import { FundMilestoneHandler } from './commands/fund-milestone';
import { HoldEscrowHandler } from './commands/hold-escrow';
import { LiftHoldHandler } from './commands/lift-hold';
import { OpenEscrowHandler } from './commands/open-escrow';
import { ProposeLiftHandler } from './commands/propose-lift';
import { ReleaseMilestoneHandler } from './commands/release-milestone';
import { RequestChangesHandler } from './commands/request-changes';
import { UnfreezeMilestonesHandler } from './commands/unfreeze-milestones';
import { WarnOfLimit } from './commands/warn-of-limit';
import { EscrowController } from './escrow.controller';
import { ExecuteWhenDisputeEnds } from './policies/execute-when-dispute-ends';
import { FundWhenDepositCaptured } from './policies/fund-when-deposit-captured';
import { LiftWhenApprovalGranted } from './policies/lift-when-approval-granted';
import { OpenWhenContractSigned } from './policies/open-when-contract-signed';
import { ReleaseWhenReviewEnds } from './policies/release-when-review-ends';
import { WarnWhenLimitNears } from './policies/warn-when-limit-nears';
import { EscrowHolds } from './projections/escrow-holds';
import { GatewayMoney } from './projections/gateway-money';
import { DeliveriesOfHandler } from './queries/deliveries-of';
import { DisputableOfHandler } from './queries/disputable-of';
import { EffectOfHandler, PartsOfHandler } from './queries/effect-of';
import { EscrowPartiesHandler } from './queries/escrow-parties';
import { FindHoldsHandler } from './queries/holds';
import { HeldInEscrowHandler } from './queries/held-in-escrow';
import { PriceOfFundingHandler } from './queries/price-of-funding';
import { HoldRadarHandler } from './queries/radar';
import { StandingsOfHandler } from './queries/standings-of';
import { HoldsController } from './holds.controller';

const commands = [
  OpenEscrowHandler,
  FundMilestoneHandler,
  DeliverMilestoneHandler,
  RequestChangesHandler,
  ReleaseMilestoneHandler,
  AutoRelease,
  HoldEscrowHandler,
  ProposeLiftHandler,
  LiftHoldHandler,
  WarnOfLimit,
  FreezeMilestonesHandler,
  UnfreezeMilestonesHandler,
  ExecuteDecisionHandler,
  CarryOutDispute,
];
const queries = [
  DisputableOfHandler,
  EffectOfHandler,
  PartsOfHandler,
  DeliveriesOfHandler,
  EscrowPartiesHandler,
  PriceOfFundingHandler,
  FindHoldsHandler,
  HoldRadarHandler,
  StandingsOfHandler,
  HeldInEscrowHandler,
];
const policies = [
  ExecuteWhenDisputeEnds,
  OpenWhenContractSigned,
  FundWhenDepositCaptured,
  ReleaseWhenReviewEnds,
  LiftWhenApprovalGranted,
  WarnWhenLimitNears,
];
const projections = [EscrowHolds, GatewayMoney];

@Module({
  controllers: [EscrowController, HoldsController],
  providers: [TellDeliveries, ...commands, ...queries, ...policies, ...projections],
})
export class EscrowModule {}
