import { Module } from '@nestjs/common';
import { LedgerController } from './ledger.controller';
import { AccountEntriesHandler, JournalByIdHandler, TrialBalanceHandler } from './queries/ledger';
import { LedgerAccountsHandler } from './queries/ledger-accounts';

@Module({
  controllers: [LedgerController],
  providers: [
    TrialBalanceHandler,
    AccountEntriesHandler,
    JournalByIdHandler,
    LedgerAccountsHandler,
  ],
})
export class LedgerModule {}
