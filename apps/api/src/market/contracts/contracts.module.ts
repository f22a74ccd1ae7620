import { MikroOrmModule } from '@mikro-orm/nestjs';
import { Module } from '@nestjs/common';
import { TellContracts } from './queries/what-is-kept';
import { ForgetContracts } from './commands/forget-person';
import { ContractRow, WorkUpdateRow } from './adapters/contract-row';
import { CompleteContractHandler } from './commands/complete-contract';
import { EndOfferHandler } from './commands/end-offer';
import { OfferContractHandler } from './commands/offer-contract';
import { PostUpdateHandler } from './commands/post-update';
import { SignContractHandler } from './commands/sign-contract';
import { ContractsController } from './contracts.controller';
import { CompleteWhenEscrowCloses } from './policies/complete-when-escrow-closes';
import { ContractHub } from './projections/contract-hub';
import { ContractTimeline } from './projections/contract-timeline';
import { AllContractsHandler } from './queries/all-contracts';
import { ContractPageHandler } from './queries/contract-page';
import { ContractPartiesHandler } from './queries/contract-parties';
import { ContractTitleHandler, ContractTitlesHandler } from './queries/contract-title';
import { MyContractsHandler } from './queries/my-contracts';
import { OurContractsHandler } from './queries/our-contracts';
import { TradedWithHandler } from './queries/traded-with';
import { WorkedWithHandler } from './queries/worked-with';

const commands = [
  OfferContractHandler,
  SignContractHandler,
  EndOfferHandler,
  PostUpdateHandler,
  CompleteContractHandler,
];
const queries = [
  ContractPageHandler,
  MyContractsHandler,
  OurContractsHandler,
  AllContractsHandler,
  ContractPartiesHandler,
  ContractTitleHandler,
  ContractTitlesHandler,
  TradedWithHandler,
  WorkedWithHandler,
];
const consumers = [ContractHub, ContractTimeline, CompleteWhenEscrowCloses];

@Module({
  imports: [MikroOrmModule.forFeature([ContractRow, WorkUpdateRow])],
  controllers: [ContractsController],
  providers: [TellContracts, ForgetContracts, ...commands, ...queries, ...consumers],
})
export class ContractsModule {}
