import { Module } from '@nestjs/common';
import { UpcomingReleases } from './projections/upcoming-releases';
import { EntryProofHandler } from './queries/entry-proof';
import { MyStatementHandler, StatementCsvHandler } from './queries/statement';
import { MyWalletHandler } from './queries/wallet-view';
import { WalletController } from './wallet.controller';

@Module({
  controllers: [WalletController],
  providers: [
    MyWalletHandler,
    MyStatementHandler,
    StatementCsvHandler,
    EntryProofHandler,
    UpcomingReleases,
  ],
})
export class WalletModule {}
