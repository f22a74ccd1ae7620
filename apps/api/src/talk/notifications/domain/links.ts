/** Where notices lead, inside the marketplace. */
export const links = {
  home: '/',
  login: '/login',
  sessions: '/settings/security',
  apiKeys: '/settings/api-keys',
  connected: '/settings/connected',
  privacy: '/settings/privacy',
  verification: '/settings/verification',
  job: (jobId: string) => `/jobs/${jobId}`,
  proposals: (jobId: string) => `/jobs/${jobId}/manage`,
  proposal: (proposalId: string) => `/proposals/${proposalId}`,
  contract: (contractId: string) => `/contracts/${contractId}`,
  review: (contractId: string, milestoneId: string) =>
    `/contracts/${contractId}/review/${milestoneId}`,
  dispute: (disputeId: string) => `/disputes/${disputeId}`,
  join: '/org/join',
  organisation: '/org',
  orgApprovals: '/org/approvals',
  wallet: '/wallet',
  payouts: '/wallet/payout',
  webhooks: '/settings/webhooks',
  /** Inside the console. */
  approval: (approvalId: string) => `/approvals/${approvalId}`,
  chargeback: (chargebackId: string) => `/finance/chargebacks/${chargebackId}`,
  elevations: '/elevations',
  radar: '/compliance/holds/radar',
  reconciliation: (source: string, date: string) => `/finance/reconciliation/${source}/${date}`,
} as const;
