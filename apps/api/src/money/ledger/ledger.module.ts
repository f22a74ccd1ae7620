import { Module } from '@nestjs/common';
import { HotAccounts } from './adapters/hot-accounts';
import { LedgerController } from './ledger.controller';
import { AccountEntriesHandler, JournalByIdHandler, TrialBalanceHandler } from './queries/ledger';
import { LedgerAccountsHandler } from './queries/ledger-accounts';

@Module({
  controllers: [LedgerController],
  providers: [
    HotAccounts,
    TrialBalanceHandler,
    AccountEntriesHandler,
    JournalByIdHandler,
    LedgerAccountsHandler,
  ],
})
export class LedgerModule {}
