/** Where notices lead, inside the marketplace. */
export const links = {
  home: '/home',
  login: '/login',
  sessions: '/settings/security',
  job: (jobId: string) => `/jobs/${jobId}`,
  proposals: (jobId: string) => `/jobs/${jobId}/manage`,
  proposal: (proposalId: string) => `/proposals/${proposalId}`,
  contract: (contractId: string) => `/contracts/${contractId}`,
  review: (contractId: string, milestoneId: string) =>
    `/contracts/${contractId}/review/${milestoneId}`,
  wallet: '/wallet',
  payouts: '/wallet/payout',
} as const;
