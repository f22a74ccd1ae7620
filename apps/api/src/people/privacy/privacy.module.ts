import { Module } from '@nestjs/common';
import { EndRetention } from './commands/end-retention';
import { ErasePersonHandler } from './commands/erase-person';
import { LiftLegalHoldHandler, PlaceLegalHoldHandler } from './commands/legal-holds';
import { ProposeErasureHandler } from './commands/propose-erasure';
import { RunWhenApprovalGranted } from './policies/run-when-approval-granted';
import { PrivacyController } from './privacy.controller';
import { PrivacyContracts } from './projections/privacy-contracts';
import { ErasureOutlookOfHandler, FindErasuresHandler } from './queries/erasures';

const commands = [
  ProposeErasureHandler,
  ErasePersonHandler,
  EndRetention,
  PlaceLegalHoldHandler,
  LiftLegalHoldHandler,
];
const queries = [FindErasuresHandler, ErasureOutlookOfHandler];

@Module({
  controllers: [PrivacyController],
  providers: [...commands, ...queries, PrivacyContracts, RunWhenApprovalGranted],
})
export class PrivacyModule {}
