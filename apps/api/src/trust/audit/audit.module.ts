import { Module } from '@nestjs/common';
import { APP_INTERCEPTOR } from '@nestjs/core';
import { LogKeys } from './adapters/log-keys';
import { AuditController } from './audit.controller';
import { AddCosignatureHandler } from './commands/add-cosignature';
import { ExpireExport, KeepExport } from './commands/keep-export';
import { LogStaffActionHandler } from './commands/log-staff-action';
import { ExportMaker } from './commands/produce-export';
import { RequestExportHandler } from './commands/request-export';
import { Sequencer } from './commands/sequence-events';
import { StaffRefusals } from './commands/staff-refusals';
import { StaffWatch } from './commands/staff-watch';
import { RefuseExportHandler, StartExportHandler } from './commands/start-export';
import { TakeExportHandler } from './commands/take-export';
import { LogController } from './log.controller';
import { RunWhenApprovalGranted } from './policies/run-when-approval-granted';
import { Receipts } from './projections/receipts';
import { RecordCheckOfHandler } from './queries/check-record';
import { StaffActionEvents } from './projections/staff-action-events';
import { ReplayController } from './replay.controller';
import { EventProofOfHandler, Proofs } from './queries/event-proof';
import { ExportPlans } from './queries/export-plan';
import { AllExportsHandler, ExportByIdHandler } from './queries/exports';
import { LogStateHandler } from './queries/log-state';
import { LogTiles } from './queries/log-tiles';
import { CheckpointNoteHandler, LogKeysOfHandler, TileAtHandler } from './queries/public-log';
import { DisclosureOfHandler, ReceiptOfHandler, ReceiptProofHandler } from './queries/receipt';
import { ReasonsForHandler, ReplayContractHandler } from './queries/reasons';
import {
  BalanceAtHandler,
  DifferenceBetweenHandler,
  TrialBalanceAtHandler,
} from './queries/replay';
import { LooksAtHandler } from './queries/looks-at';
import { StaffActionsHandler } from './queries/staff-actions';

const log = [LogKeys, LogTiles, Sequencer, Proofs, AddCosignatureHandler];
const exports = [
  ...[ExportPlans, ExportMaker, KeepExport, ExpireExport, RunWhenApprovalGranted],
  ...[RequestExportHandler, StartExportHandler, RefuseExportHandler, TakeExportHandler],
];
const staff = [
  LogStaffActionHandler,
  StaffRefusals,
  { provide: APP_INTERCEPTOR, useClass: StaffWatch },
];
const queries = [
  ...[CheckpointNoteHandler, TileAtHandler, LogKeysOfHandler, LogStateHandler],
  ...[EventProofOfHandler, RecordCheckOfHandler, StaffActionsHandler, LooksAtHandler],
  ...[BalanceAtHandler, TrialBalanceAtHandler, DifferenceBetweenHandler],
  ...[ReasonsForHandler, ReplayContractHandler],
  ...[AllExportsHandler, ExportByIdHandler],
  ...[ReceiptOfHandler, ReceiptProofHandler, DisclosureOfHandler],
];

@Module({
  controllers: [LogController, AuditController, ReplayController],
  providers: [...log, ...exports, ...staff, ...queries, Receipts, StaffActionEvents],
})
export class AuditModule {}
