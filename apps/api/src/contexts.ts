import { ContractsModule } from './market/contracts/contracts.module';
import { JobsModule } from './market/jobs/jobs.module';
import { OnboardingModule } from './market/onboarding/onboarding.module';
import { ProposalsModule } from './market/proposals/proposals.module';
import { ReviewsModule } from './market/reviews/reviews.module';
import { SearchModule } from './market/search/search.module';
import { TalentModule } from './market/talent/talent.module';
import { ApprovalsModule } from './money/approvals/approvals.module';
import { ChargebacksModule } from './money/chargebacks/chargebacks.module';
import { DisputesModule } from './money/disputes/disputes.module';
import { EscrowModule } from './money/escrow/escrow.module';
import { JournalsModule } from './money/journals/journals.module';
import { LedgerModule } from './money/ledger/ledger.module';
import { PaymentsModule } from './money/payments/payments.module';
import { PayoutsModule } from './money/payouts/payouts.module';
import { ReconciliationModule } from './money/reconciliation/reconciliation.module';
import { WalletModule } from './money/wallet/wallet.module';
import { AccountsModule } from './people/accounts/accounts.module';
import { ApiKeysModule } from './people/api-keys/api-keys.module';
import { ConsentsModule } from './people/consents/consents.module';
import { FactorsModule } from './people/factors/factors.module';
import { IdentitiesModule } from './people/identities/identities.module';
import { OrganisationsModule } from './people/organisations/organisations.module';
import { PrivacyModule } from './people/privacy/privacy.module';
import { ProfilesModule } from './people/profiles/profiles.module';
import { ScimModule } from './people/scim/scim.module';
import { SsoModule } from './people/sso/sso.module';
import { FilesModule } from './platform/files/files.module';
import { HealthModule } from './platform/health/health.module';
import { LiveModule } from './platform/live/live.module';
import { MirrorModule } from './platform/mirror/mirror.module';
import { OperationsModule } from './platform/operations/operations.module';
import { SurfaceModule } from './platform/surface/surface.module';
import { WebhooksModule } from './platform/webhooks/webhooks.module';
import { NotificationsModule } from './talk/notifications/notifications.module';
import { TextsModule } from './talk/texts/texts.module';
import { AccessModule } from './trust/access/access.module';
import { AuditModule } from './trust/audit/audit.module';
import { ScreeningModule } from './trust/screening/screening.module';
import { VerificationModule } from './trust/verification/verification.module';

/** Every context of the house, by district. */
export const contexts = [
  // people
  AccountsModule,
  FactorsModule,
  IdentitiesModule,
  ApiKeysModule,
  OrganisationsModule,
  SsoModule,
  ScimModule,
  ProfilesModule,
  PrivacyModule,
  ConsentsModule,
  // platform
  HealthModule,
  OperationsModule,
  LiveModule,
  MirrorModule,
  FilesModule,
  SurfaceModule,
  WebhooksModule,
  // market
  JobsModule,
  ProposalsModule,
  SearchModule,
  ReviewsModule,
  ContractsModule,
  OnboardingModule,
  TalentModule,
  // money
  EscrowModule,
  DisputesModule,
  PaymentsModule,
  PayoutsModule,
  WalletModule,
  LedgerModule,
  JournalsModule,
  ApprovalsModule,
  ChargebacksModule,
  ReconciliationModule,
  // talk
  NotificationsModule,
  TextsModule,
  // trust
  AccessModule,
  AuditModule,
  VerificationModule,
  ScreeningModule,
];
