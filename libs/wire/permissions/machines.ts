import type { Rule } from './vocabulary';

/**
 * What a key may be good for. Nothing here approves, rules, or moves money past a step-up: a key
 * acts for its owner, who may do more.
 */
export const scopes = {
  'account:read': [{ action: 'read', subject: 'Account' }],
  'jobs:read': [{ action: 'read', subject: 'Job' }],
  'jobs:write': [{ action: ['create', 'update', 'publish', 'close'], subject: 'Job' }],
  'proposals:read': [{ action: 'read', subject: 'Proposal' }],
  'proposals:write': [{ action: ['propose', 'update', 'withdraw'], subject: 'Proposal' }],
  'contracts:read': [{ action: 'read', subject: 'Contract' }],
  'contracts:write': [
    { action: 'deliver', subject: 'Milestone' },
    { action: 'post', subject: 'Contract' },
  ],
  'disputes:read': [{ action: 'read', subject: 'Dispute' }],
  'wallet:read': [{ action: 'read', subject: ['Wallet', 'Deposit', 'Payout'] }],
  'files:read': [{ action: 'read', subject: 'File' }],
  'files:write': [{ action: 'create', subject: 'File' }],
  'notifications:read': [{ action: 'read', subject: 'Notification' }],
  'directory:write': [{ action: 'provision', subject: 'Organisation' }],
} as const satisfies Record<string, readonly Rule[]>;

export type Scope = keyof typeof scopes;
/** Held by keys of organisations, which are made on a page of their own. */
export const ofOrganisations = 'directory:write' satisfies Scope;
/** What somebody may give to a key of their own. */
export const scopeNames = (Object.keys(scopes) as Scope[]).filter((one) => one !== ofOrganisations);
export const isScope = (name: string): name is Scope => name in scopes;
