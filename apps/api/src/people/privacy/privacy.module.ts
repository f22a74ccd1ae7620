import { Module } from '@nestjs/common';
import { ApplyRetention, ExpireExportRows } from './commands/apply-retention';
import { ChangeRetentionHandler, ProposeRetentionHandler } from './commands/change-retention';
import { MyLooksHandler } from './queries/my-looks';
import { FindHeldHandler, FindRequestsHandler } from './queries/privacy-desk';
import { RetentionHandler } from './queries/retention';
import { AskDeletionHandler, CancelDeletionHandler } from './commands/ask-deletion';
import { AskExportHandler } from './commands/ask-export';
import { EndRetention } from './commands/end-retention';
import { EndFarewell } from './commands/end-farewell';
import { ErasePersonHandler } from './commands/erase-person';
import { ExpireOwnExport, ForgetOwnExports } from './commands/expire-export';
import { LiftLegalHoldHandler, PlaceLegalHoldHandler } from './commands/legal-holds';
import { MakeExport } from './commands/make-export';
import { ProposeErasureHandler } from './commands/propose-erasure';
import { RunDeletion, WarnOfDeletion } from './commands/run-deletion';
import { LinkToExportHandler, TakeOwnExportHandler } from './commands/take-export';
import { OwnPrivacyController } from './own-privacy.controller';
import { RunWhenApprovalGranted } from './policies/run-when-approval-granted';
import { PrivacyController } from './privacy.controller';
import { PrivacyContracts } from './projections/privacy-contracts';
import { ErasureOutlookOfHandler, FindErasuresHandler } from './queries/erasures';
import { MyPrivacyHandler } from './queries/own-privacy';

const commands = [
  ProposeErasureHandler,
  ErasePersonHandler,
  EndRetention,
  PlaceLegalHoldHandler,
  LiftLegalHoldHandler,
  AskExportHandler,
  MakeExport,
  ExpireOwnExport,
  ForgetOwnExports,
  LinkToExportHandler,
  TakeOwnExportHandler,
  AskDeletionHandler,
  CancelDeletionHandler,
  WarnOfDeletion,
  EndFarewell,
  RunDeletion,
  ProposeRetentionHandler,
  ChangeRetentionHandler,
  ApplyRetention,
  ExpireExportRows,
];
const queries = [
  FindErasuresHandler,
  ErasureOutlookOfHandler,
  MyPrivacyHandler,
  MyLooksHandler,
  FindRequestsHandler,
  FindHeldHandler,
  RetentionHandler,
];

@Module({
  controllers: [PrivacyController, OwnPrivacyController],
  providers: [...commands, ...queries, PrivacyContracts, RunWhenApprovalGranted],
})
export class PrivacyModule {}
