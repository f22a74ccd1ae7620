import type { NoticeChannel, NoticeTopic } from '@wire/notifications';
import type { NoticeKind, SecurityKind } from './notices';
import { security } from './notices-of-security';

/** What staff is told of its work is nobody's to switch off, and in nobody's settings. */
export type Topic = NoticeTopic | 'desk';

const others: Record<Exclude<NoticeKind, SecurityKind>, Topic> = {
  verify_email: 'account',
  already_registered: 'account',
  welcome: 'account',
  otp_code: 'account',
  new_device: 'account',
  refresh_reused: 'account',
  viewed_by_support: 'account',
  webhook_disabled: 'account',
  org_invitation: 'account',
  org_sso_linked: 'account',
  org_domain_missing: 'organisation',
  org_domain_lost: 'organisation',
  org_spending_expired: 'organisation',
  org_onboarding_begun: 'contracts',
  org_onboarding_handed_in: 'organisation',
  org_onboarding_returned: 'contracts',
  org_onboarding_due: 'contracts',
  org_onboarding_done: 'organisation',
  invitation: 'work',
  saved_search_hit: 'work',
  proposal_received: 'proposals',
  proposal_viewed: 'proposals',
  proposal_shortlisted: 'proposals',
  proposal_declined: 'proposals',
  contract_offer: 'contracts',
  contract_signed: 'contracts',
  milestone_funded: 'contracts',
  delivery_submitted: 'contracts',
  review_reminder: 'contracts',
  changes_requested: 'contracts',
  payment_receipt: 'money',
  released: 'money',
  release_receipt: 'money',
  payout_requested: 'money',
  payout_paid: 'money',
  payout_failed: 'money',
  bank_took_back: 'money',
  bank_gave_back: 'money',
  bank_kept: 'money',
  money_held: 'money',
  money_free: 'money',
  wallet_held: 'money',
  wallet_free: 'money',
  review_revealed: 'reviews',
  approval_requested: 'desk',
  approval_expiring: 'desk',
  approval_granted: 'desk',
  approval_rejected: 'desk',
  approval_expired: 'desk',
  approval_failed: 'desk',
  chargeback_opened: 'desk',
  chargeback_alarm: 'desk',
  chargeback_decided: 'desk',
  hold_limit_near: 'desk',
  recon_difference: 'desk',
  glass_broken: 'desk',
  list_unfetched: 'desk',
  org_spending_asked: 'organisation',
  org_spending_granted: 'organisation',
  org_spending_rejected: 'organisation',
  org_budget: 'organisation',
  org_statement: 'organisation',
  org_joined: 'organisation',
  org_removed: 'organisation',
  org_role_changed: 'organisation',
  org_beside_sso: 'account',
  papers_approved: 'papers',
  papers_rejected: 'papers',
  papers_asked: 'papers',
  papers_expiring: 'papers',
  papers_expired: 'papers',
  dispute_opened: 'disputes',
  dispute_answered: 'disputes',
  dispute_answer_due: 'disputes',
  dispute_evidence_added: 'disputes',
  dispute_offer_made: 'disputes',
  dispute_withdrawn: 'disputes',
  dispute_settled: 'disputes',
  dispute_ruling: 'disputes',
  dispute_default: 'disputes',
  dispute_appeal_due: 'disputes',
  dispute_appealed: 'disputes',
  dispute_appeal_decided: 'disputes',
  dispute_executed: 'disputes',
};

const isSecurity = (kind: NoticeKind): kind is SecurityKind => kind in security;

export const topicOf = (kind: NoticeKind): Topic => (isSecurity(kind) ? 'account' : others[kind]);

/** A deadline runs with these, or money moves: by mail and in the app they always come. */
const always: ReadonlySet<Topic> = new Set([
  ...(['account', 'money', 'disputes', 'papers', 'contracts', 'desk'] as const),
]);

/** Codes, and a dispute with a deadline: nothing else is worth a text message. */
const texted: ReadonlySet<Topic> = new Set(['account', 'disputes']);

/** The ways a topic may come by, in the order of the page. */
export const waysOf = (topic: Topic): NoticeChannel[] =>
  texted.has(topic) ? ['inbox', 'mail', 'sms'] : ['inbox', 'mail'];

/** What holds for whoever chose nothing: a phone is only texted when its owner asked for it. */
export const isUsual = (topic: Topic, channel: NoticeChannel): boolean =>
  channel !== 'sms' || isLocked(topic, channel);

/** What the link at the foot of a mail ends; nothing where its mails always come. */
export function endsByMail(kind: NoticeKind): NoticeTopic | undefined {
  const topic = topicOf(kind);
  return topic === 'desk' || always.has(topic) ? undefined : topic;
}

/** Whether a topic comes by this way whatever anybody chooses. A code has to reach the phone. */
export const isLocked = (topic: Topic, channel: NoticeChannel): boolean =>
  channel === 'sms' ? topic === 'account' : always.has(topic);
