import { JobsModule } from './market/jobs/jobs.module';
import { ProposalsModule } from './market/proposals/proposals.module';
import { EscrowModule } from './money/escrow/escrow.module';
import { LedgerModule } from './money/ledger/ledger.module';
import { PaymentsModule } from './money/payments/payments.module';
import { PayoutsModule } from './money/payouts/payouts.module';
import { WalletModule } from './money/wallet/wallet.module';
import { AccountsModule } from './people/accounts/accounts.module';
import { ProfilesModule } from './people/profiles/profiles.module';
import { FilesModule } from './platform/files/files.module';

/** Every context of the house, by district. */
export const contexts = [
  // people
  AccountsModule,
  ProfilesModule,
  // platform
  FilesModule,
  // market
  JobsModule,
  ProposalsModule,
  // money
  EscrowModule,
  PaymentsModule,
  PayoutsModule,
  WalletModule,
  LedgerModule,
];
