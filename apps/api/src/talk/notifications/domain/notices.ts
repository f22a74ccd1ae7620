import type { RejectionReason } from '@wire/verification';
import { security } from './notices-of-security';

/**
 * Every kind of notice, and whether it goes by mail, into the inbox, or both; `console` leads people of
 * staff into the console.
 */
export const notices = {
  ...security,
  verify_email: ['mail'],
  already_registered: ['mail'],
  welcome: ['mail'],
  otp_code: ['mail'],
  new_device: ['mail'],
  refresh_reused: ['mail'],
  invitation: ['mail', 'inbox'],
  saved_search_hit: ['mail', 'inbox'],
  proposal_received: ['mail', 'inbox'],
  proposal_viewed: ['inbox'],
  proposal_shortlisted: ['inbox'],
  proposal_declined: ['mail', 'inbox'],
  contract_offer: ['mail', 'inbox'],
  contract_signed: ['mail', 'inbox'],
  payment_receipt: ['mail', 'inbox'],
  milestone_funded: ['inbox'],
  delivery_submitted: ['mail', 'inbox'],
  review_reminder: ['mail'],
  changes_requested: ['mail', 'inbox'],
  released: ['mail', 'inbox'],
  release_receipt: ['mail'],
  payout_requested: ['mail'],
  payout_paid: ['mail', 'inbox'],
  payout_failed: ['mail', 'inbox'],
  review_revealed: ['mail', 'inbox'],
  approval_requested: ['mail', 'inbox', 'console'],
  approval_expiring: ['mail', 'inbox', 'console'],
  approval_granted: ['mail', 'inbox', 'console'],
  approval_rejected: ['mail', 'inbox', 'console'],
  approval_expired: ['inbox', 'console'],
  approval_failed: ['mail', 'inbox', 'console'],
  chargeback_opened: ['mail', 'inbox', 'console'],
  chargeback_alarm: ['mail', 'inbox', 'console'],
  chargeback_decided: ['mail', 'inbox', 'console'],
  hold_limit_near: ['mail', 'inbox', 'console'],
  recon_difference: ['mail', 'inbox', 'console'],
  glass_broken: ['mail', 'inbox', 'console'],
  list_unfetched: ['mail', 'inbox', 'console'],
  viewed_by_support: ['mail', 'inbox'],
  webhook_disabled: ['mail', 'inbox'],
  org_invitation: ['mail'],
  org_spending_asked: ['mail', 'inbox'],
  org_spending_granted: ['inbox'],
  org_spending_rejected: ['mail', 'inbox'],
  org_budget: ['mail', 'inbox'],
  org_statement: ['mail', 'inbox'],
  org_joined: ['inbox'],
  org_removed: ['mail', 'inbox'],
  org_role_changed: ['inbox'],
  org_beside_sso: ['mail', 'inbox'],
  org_sso_linked: ['mail'],
  org_domain_missing: ['mail', 'inbox'],
  org_domain_lost: ['mail', 'inbox'],
  org_spending_expired: ['mail', 'inbox'],
  org_onboarding_begun: ['mail', 'inbox'],
  org_onboarding_handed_in: ['inbox'],
  org_onboarding_returned: ['mail', 'inbox'],
  org_onboarding_due: ['mail', 'inbox'],
  org_onboarding_done: ['inbox'],
  bank_took_back: ['mail', 'inbox'],
  bank_gave_back: ['mail', 'inbox'],
  bank_kept: ['mail', 'inbox'],
  money_held: ['mail', 'inbox'],
  money_free: ['mail', 'inbox'],
  wallet_held: ['mail', 'inbox'],
  wallet_free: ['mail', 'inbox'],
  papers_approved: ['mail', 'inbox'],
  papers_rejected: ['mail', 'inbox'],
  papers_asked: ['mail', 'inbox'],
  papers_expiring: ['mail', 'inbox'],
  papers_expired: ['mail', 'inbox'],
  dispute_opened: ['mail', 'inbox'],
  dispute_answered: ['mail', 'inbox'],
  dispute_answer_due: ['mail', 'inbox'],
  dispute_evidence_added: ['mail', 'inbox'],
  dispute_offer_made: ['mail', 'inbox'],
  dispute_withdrawn: ['mail', 'inbox'],
  dispute_settled: ['mail', 'inbox'],
  dispute_ruling: ['mail', 'inbox'],
  dispute_default: ['mail', 'inbox'],
  dispute_appeal_due: ['mail', 'inbox'],
  dispute_appealed: ['mail', 'inbox'],
  dispute_appeal_decided: ['mail', 'inbox'],
  dispute_executed: ['mail', 'inbox'],
} as const satisfies Record<string, readonly ('mail' | 'inbox' | 'console')[]>;

export type NoticeKind = keyof typeof notices;
export type SecurityKind = keyof typeof security;
export type MailKind = {
  [Kind in NoticeKind]: 'mail' extends (typeof notices)[Kind][number] ? Kind : never;
}[NoticeKind];

export const goesBy = (kind: NoticeKind, channel: 'mail' | 'inbox' | 'console'): boolean =>
  (notices[kind] as readonly string[]).includes(channel);

/**
 * Something to tell one person. Only ids, amounts and times: names and titles are asked for when it
 * is written out.
 */
export interface Notice {
  readonly kind: NoticeKind;
  readonly to: string;
  /** As what they are told, where either side of the market may get such a notice. */
  readonly side?: 'client' | 'provider' | 'both';
  /** Where it leads, inside the app. */
  readonly link: string;
  readonly about: About;
}

export interface About {
  /** The other side. */
  readonly other?: string;
  readonly jobId?: string;
  readonly contractId?: string;
  readonly organisationId?: string;
  /** Its link goes to the address that is asked to join. */
  readonly invitationId?: string;
  readonly challengeId?: string;
  /** The device that it is about. */
  readonly sessionId?: string;
  /** The decision whose reasons are written out. */
  readonly disputeId?: string;
  /** Money by what it is called: `amount`, `fee`, `tax`, `total`, `net`. */
  readonly money?: Readonly<Record<string, { amountMinor: string; currency: string }>>;
  readonly deadline?: string;
  readonly reason?: string;
  /** Why papers were not enough: each comes with what to do about it. */
  readonly reasons?: readonly RejectionReason[];
  /** Who is written to although the account is gone, sealed with a key of this mail alone. */
  readonly formerly?: string;
  readonly reference?: string;
}
