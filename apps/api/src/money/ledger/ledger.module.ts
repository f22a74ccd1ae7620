import { Module } from '@nestjs/common';
import { LedgerController } from './ledger.controller';
import { AccountEntriesHandler, JournalByIdHandler, TrialBalanceHandler } from './queries/ledger';

@Module({
  controllers: [LedgerController],
  providers: [TrialBalanceHandler, AccountEntriesHandler, JournalByIdHandler],
})
export class LedgerModule {}
