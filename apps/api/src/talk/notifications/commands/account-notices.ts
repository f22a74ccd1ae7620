import { Injectable } from '@nestjs/common';
import type { BankAccountEvent } from '../../../money/payouts';
import type { AccountEvent } from '../../../people/accounts';
import type { ApiKeyEvent } from '../../../people/api-keys';
import type { IdentityEvent } from '../../../people/identities';
import type { OwnPrivacyEvent, PrivacyEvent } from '../../../people/privacy';
import type { FactorEvent } from '../../../people/factors';
import { links } from '../domain/links';
import type { About, Notice, NoticeKind } from '../domain/notices';

type Event =
  | AccountEvent
  | ApiKeyEvent
  | FactorEvent
  | IdentityEvent
  | OwnPrivacyEvent
  | PrivacyEvent
  | BankAccountEvent;
type Said = {
  readonly [Type in Event['type']]?: (data: Extract<Event, { type: Type }>['data']) => Notice[];
};

const tell = (kind: NoticeKind, to: string, link: string, about: About = {}): Notice[] => [
  { kind, to, link, about },
];

/** As they write themselves, in every language. */
const brands = { google: 'Google', facebook: 'Facebook', linkedin: 'LinkedIn' } as const;

/** What people are told about the door of their own account. */
@Injectable()
export class AccountNotices {
  readonly said: Said = {
    VerificationAsked: ({ accountId, challengeId }) =>
      tell('verify_email', accountId, '/verify-email', { challengeId }),
    RegistrationRepeated: ({ accountId }) => tell('already_registered', accountId, links.login),
    EmailVerified: ({ accountId }) => tell('welcome', accountId, links.home),
    CodeAsked: ({ accountId, challengeId, channel }) =>
      channel === 'mail' ? tell('otp_code', accountId, links.home, { challengeId }) : [],
    NewDeviceSeen: ({ accountId, sessionId }) =>
      tell('new_device', accountId, links.sessions, { sessionId }),
    RefreshReused: ({ accountId }) => tell('refresh_reused', accountId, links.sessions),
    LogInsFailed: ({ accountId }) => tell('login_failures', accountId, links.sessions),
    SecondFactorRefused: ({ accountId }) =>
      tell('second_factor_refused', accountId, links.sessions),
    AccountSuspended: ({ accountId }) => tell('account_suspended', accountId, links.home),
    AccountReinstated: ({ accountId }) => tell('account_reinstated', accountId, links.login),
    SessionsEndedByStaff: ({ accountId }) =>
      tell('sessions_ended_by_staff', accountId, links.sessions),
    LinkAsked: ({ accountId, challengeId, purpose }) =>
      purpose === 'reset'
        ? tell('password_reset', accountId, '/reset-password', { challengeId })
        : tell('login_link', accountId, '/login/link', { challengeId }),
    PasswordChanged: ({ accountId }) => tell('password_changed', accountId, links.sessions),
    EmailChangeAsked: ({ accountId, challengeId }) => [
      ...tell('confirm_new_email', accountId, links.sessions, { challengeId }),
      ...tell('email_change_asked', accountId, links.sessions),
    ],
    EmailChanged: ({ accountId, challengeId }) =>
      tell('email_changed', accountId, links.home, { challengeId }),
    FactorAdded: ({ accountId }) => tell('factor_added', accountId, links.sessions),
    FactorRemoved: ({ accountId }) => tell('factor_removed', accountId, links.sessions),
    RecoveryCodesMade: ({ accountId }) => tell('recovery_codes_made', accountId, links.sessions),
    RecoveryCodeUsed: ({ accountId, left }) =>
      tell('recovery_code_used', accountId, links.sessions, { reference: String(left) }),
    IdentityLinked: ({ accountId, provider }) =>
      tell('identity_linked', accountId, links.connected, { reference: brands[provider] }),
    IdentityUnlinked: ({ accountId, provider }) =>
      tell('identity_unlinked', accountId, links.connected, { reference: brands[provider] }),
    ApiKeyCreated: ({ accountId }) => tell('api_key_created', accountId, links.apiKeys),
    ApiKeyRevoked: ({ accountId, by }) =>
      by === 'staff' ? tell('api_key_revoked', accountId, links.apiKeys) : [],
    DataExportReady: ({ accountId, expiresAt: deadline }) =>
      tell('own_export_ready', accountId, links.privacy, { deadline }),
    DeletionScheduled: ({ accountId, dueAt: deadline }) =>
      tell('deletion_scheduled', accountId, links.privacy, { deadline }),
    DeletionCancelled: ({ accountId }) => tell('deletion_cancelled', accountId, links.privacy),
    DeletionNear: ({ accountId, dueAt: deadline }) =>
      tell('deletion_near', accountId, links.privacy, { deadline }),
    FarewellOwed: ({ accountId, formerly, until: deadline }) =>
      deadline === null
        ? tell('account_gone', accountId, links.home, { formerly })
        : tell('account_gone_kept', accountId, links.home, { formerly, deadline }),
    BankAccountAdded: ({ providerId, last4: reference, restsUntil: deadline }) =>
      deadline === null
        ? tell('bank_account_added', providerId, links.payouts, { reference })
        : tell('bank_account_changed', providerId, links.payouts, { reference, deadline }),
  };
}
