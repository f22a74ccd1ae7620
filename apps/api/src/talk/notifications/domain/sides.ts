import type { Notice, NoticeKind } from './notices';

type Side = 'client' | 'provider';

/** Kinds that only one side of the market is told. What either may hear says it itself. */
const speaksTo: Partial<Record<NoticeKind, Side>> = {
  invitation: 'provider',
  saved_search_hit: 'provider',
  proposal_received: 'client',
  proposal_viewed: 'provider',
  proposal_shortlisted: 'provider',
  proposal_declined: 'provider',
  contract_offer: 'provider',
  payment_receipt: 'client',
  milestone_funded: 'provider',
  delivery_submitted: 'client',
  changes_requested: 'provider',
  released: 'provider',
  payout_paid: 'provider',
  payout_failed: 'provider',
  org_spending_asked: 'client',
  org_spending_granted: 'client',
  org_spending_rejected: 'client',
  org_budget: 'client',
  org_statement: 'client',
  org_onboarding_begun: 'provider',
  org_onboarding_returned: 'provider',
  org_onboarding_due: 'provider',
  org_onboarding_handed_in: 'client',
  org_onboarding_done: 'client',
};

/** To which side of somebody a notice speaks; what is about the person speaks to both. */
export const sided = (notice: Notice): Notice & Required<Pick<Notice, 'side'>> => ({
  ...notice,
  side: notice.side ?? speaksTo[notice.kind] ?? 'both',
});
