export const marketRoles = ['client', 'provider'] as const;
export const staffRoles = [
  'support',
  'support_lead',
  'moderator',
  'mediator',
  'mediator_lead',
  'finance_maker',
  'finance_checker',
  'compliance',
  'compliance_lead',
  'auditor',
  'superadmin',
  'break_glass',
] as const;
export const roles = [...marketRoles, ...staffRoles] as const;
export type Role = (typeof roles)[number];
export type StaffRole = (typeof staffRoles)[number];

/** What somebody is in an organisation; the rules of each hold for that organisation alone. */
export const orgRoles = ['owner', 'admin', 'hirer', 'finance', 'member'] as const;
export type OrgRole = (typeof orgRoles)[number];

/**
 * What an organisation may let its members do, in the words of its own roles. What an owner alone may
 * (make owners, hand over) is none of them; everybody sees the work of their team.
 */
export const powers = [
  'hire',
  'pools',
  'agree',
  'statements',
  'everywhere',
  'members',
  'settings',
  'directory',
  'trail',
] as const;
export type Power = (typeof powers)[number];

/** What the roles that every organisation has come to, in the same words. */
export const powersOfRole: Record<OrgRole, readonly Power[]> = {
  owner: powers,
  admin: powers.filter((one) => one !== 'agree'),
  hirer: ['hire', 'pools'],
  finance: ['agree', 'statements', 'everywhere'],
  member: [],
};

/** Which of them may. */
export const rolesThat = (power: Power): OrgRole[] =>
  orgRoles.filter((role) => powersOfRole[role].includes(power));

export const isOrgRole = (role: string): role is OrgRole =>
  (orgRoles as readonly string[]).includes(role);

export const actions = [
  'read',
  'create',
  'update',
  'publish',
  'close',
  'propose',
  'withdraw',
  'shortlist',
  'decline',
  'offer',
  'sign',
  'deliver',
  'review',
  'reply',
  'fund',
  'release',
  'refund',
  'request',
  'prepare',
  'approve',
  'dispute',
  'answer',
  'appeal',
  'assign',
  'rule',
  'replay',
  'decide',
  'hold',
  'lift',
  'grant',
  'post',
  'inspect',
  'reveal',
  'view',
  'elevate',
  'break',
  'revoke',
  'provision',
  'follow',
] as const;
export type Action = (typeof actions)[number];

export const subjects = [
  'Account',
  'Profile',
  'Job',
  'Proposal',
  'Contract',
  'Milestone',
  'Dispute',
  'Review',
  'File',
  'Deposit',
  'Wallet',
  'BankAccount',
  'Payout',
  'Approval',
  'Role',
  'Hold',
  'Chargeback',
  'Refund',
  'Journal',
  'Period',
  'Reconciliation',
  'Ledger',
  'Stream',
  'Projection',
  'Queue',
  'SavedSearch',
  'Notification',
  'AuditLog',
  'AuditExport',
  'Replay',
  'Privacy',
  'Verification',
  'Screening',
  'Report',
  'IpRule',
  'Surface',
  'Webhook',
  'ApiKey',
  'Organisation',
  'TalentPool',
  'Onboarding',
  'Console',
  'Session',
  'Glass',
] as const;
export type Subject = (typeof subjects)[number];

/** A permission in one word, for rows and facts: `approve Payout`. */
export type Permission = `${Action} ${Subject}`;

/** Plain data in the words of MongoDB; `${user.id}`, `${org.id}` and `${org.workspace}` are who asks. */
export type Conditions = Readonly<Record<string, unknown>>;

export interface Rule {
  readonly action: Action | readonly Action[];
  readonly subject: Subject | readonly Subject[];
  readonly conditions?: Conditions;
  /** Only these fields; all of them where it is left out. */
  readonly fields?: readonly string[];
  /** Takes away what an earlier rule gave. */
  readonly inverted?: true;
}

export interface Membership {
  readonly orgId: string;
  /** One that every organisation has, or the id of one of its own. */
  readonly role: string;
  /** Of a role of its own. */
  readonly powers?: readonly Power[];
  /** The one team that this member belongs to; without one, all of them. */
  readonly workspaceId?: string | null;
}

/** Whoever asks. A key asks for its owner, and never for more than its scopes. */
export interface Principal {
  readonly id: string;
  readonly roles: readonly Role[];
  readonly memberships?: readonly Membership[];
  readonly scopes?: readonly string[];
  /** What was opened for this person for a while. */
  readonly rules?: readonly Rule[];
}
