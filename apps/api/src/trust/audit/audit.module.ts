import { Module } from '@nestjs/common';
import { LogKeys } from './adapters/log-keys';
import { AddCosignatureHandler } from './commands/add-cosignature';
import { Sequencer } from './commands/sequence-events';
import { LogController } from './log.controller';
import { Receipts } from './projections/receipts';
import { EventProofOfHandler, Proofs } from './queries/event-proof';
import { LogStateHandler } from './queries/log-state';
import { LogTiles } from './queries/log-tiles';
import { CheckpointNoteHandler, LogKeysOfHandler, TileAtHandler } from './queries/public-log';
import { DisclosureOfHandler, ReceiptOfHandler, ReceiptProofHandler } from './queries/receipt';

const log = [LogKeys, LogTiles, Sequencer, Proofs, AddCosignatureHandler];
const queries = [
  CheckpointNoteHandler,
  TileAtHandler,
  LogKeysOfHandler,
  LogStateHandler,
  EventProofOfHandler,
  ReceiptOfHandler,
  ReceiptProofHandler,
  DisclosureOfHandler,
];

@Module({
  controllers: [LogController],
  providers: [...log, ...queries, Receipts],
})
export class AuditModule {}
