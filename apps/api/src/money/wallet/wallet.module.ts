import { Module } from '@nestjs/common';
import { TellWallet } from './queries/what-is-kept';
import { AdminWalletsController } from './admin-wallets.controller';
import { ProposeUnrestrictHandler, UnrestrictWalletHandler } from './commands/lift-restriction';
import { RestrictWalletHandler } from './commands/restrict-wallet';
import { UnrestrictWhenApprovalGranted } from './policies/unrestrict-when-approval-granted';
import { UpcomingReleases } from './projections/upcoming-releases';
import { EntryProofHandler } from './queries/entry-proof';
import { MayLeaveWalletHandler, RestrictedWalletsHandler } from './queries/restrictions';
import { IsRestrictedHandler } from './queries/is-restricted';
import { MyStatementHandler, StatementCsvHandler } from './queries/statement';
import { MyWalletHandler } from './queries/wallet-view';
import { WalletController } from './wallet.controller';

const commands = [RestrictWalletHandler, ProposeUnrestrictHandler, UnrestrictWalletHandler];
const queries = [
  MyWalletHandler,
  MyStatementHandler,
  StatementCsvHandler,
  EntryProofHandler,
  MayLeaveWalletHandler,
  IsRestrictedHandler,
  RestrictedWalletsHandler,
];

@Module({
  controllers: [WalletController, AdminWalletsController],
  providers: [TellWallet, ...commands, ...queries, UnrestrictWhenApprovalGranted, UpcomingReleases],
})
export class WalletModule {}
