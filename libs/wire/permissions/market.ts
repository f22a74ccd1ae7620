import { isOrgRole, type Membership, type OrgRole, type Power, type Rule } from './vocabulary';

const me = '${user.id}';
const organisation = { orgId: '${org.id}' };
const asClient = { clientId: me };
const asProvider = { providerId: me };

/** One rule for each side: what either may. */
const eitherSide = (action: Rule['action'], subject: Rule['subject']): Rule[] => [
  { action, subject, conditions: asClient },
  { action, subject, conditions: asProvider },
];

/** What everyone may see without an account. */
export const guest: readonly Rule[] = [{ action: 'read', subject: ['Job', 'Profile', 'Review'] }];

/** What every signed-in person may do with what is theirs. */
export const member: readonly Rule[] = [
  { action: ['read', 'update'], subject: ['Account', 'Profile'], conditions: { id: me } },
  {
    action: ['read', 'create'],
    subject: ['File', 'SavedSearch', 'Notification'],
    conditions: { ownerId: me },
  },
  { action: 'update', subject: 'Notification', conditions: { ownerId: me } },
  {
    action: ['read', 'create', 'update'],
    subject: ['Webhook', 'ApiKey'],
    conditions: { ownerId: me },
  },
  { action: ['read', 'request'], subject: 'Verification', conditions: { ownerId: me } },
  { action: ['read', 'create'], subject: 'Organisation', conditions: { memberId: me } },
  ...eitherSide('read', ['Contract', 'Dispute', 'Proposal']),
  ...eitherSide('post', 'Contract'),
  { action: 'read', subject: ['Wallet', 'Deposit'], conditions: { ownerId: me } },
  { action: 'read', subject: 'Payout', conditions: asProvider },
  ...eitherSide(['review', 'reply'], 'Review'),
];

export const client: readonly Rule[] = [
  { action: ['create', 'update', 'publish', 'close'], subject: 'Job', conditions: asClient },
  { action: ['shortlist', 'decline'], subject: 'Proposal', conditions: asClient },
  { action: 'offer', subject: 'Contract', conditions: asClient },
  { action: ['fund', 'release', 'review'], subject: 'Milestone', conditions: asClient },
  { action: ['create', 'refund'], subject: 'Deposit', conditions: { ownerId: me } },
  ...eitherSide(['dispute', 'answer', 'appeal'], 'Dispute'),
  { action: ['read', 'create', 'update'], subject: 'TalentPool', conditions: { ownerId: me } },
];

export const provider: readonly Rule[] = [
  { action: ['propose', 'update', 'withdraw'], subject: 'Proposal', conditions: asProvider },
  { action: ['sign', 'decline'], subject: 'Contract', conditions: asProvider },
  { action: 'deliver', subject: 'Milestone', conditions: asProvider },
  { action: ['read', 'answer'], subject: 'Onboarding', conditions: asProvider },
  ...eitherSide(['dispute', 'answer', 'appeal'], 'Dispute'),
  { action: 'request', subject: 'Payout', conditions: asProvider },
  { action: ['read', 'create'], subject: 'BankAccount', conditions: { ownerId: me } },
];

const governs: Rule = {
  action: 'update',
  subject: ['Organisation', 'Onboarding'],
  conditions: organisation,
};
const provisions: Rule = {
  action: 'provision',
  subject: 'Organisation',
  conditions: organisation,
};
const agrees: Rule = { action: 'approve', subject: 'Organisation', conditions: organisation };
/** What belongs to the organisation, or to the one team of a member, is no secret to its members. */
const everywhere: Rule = {
  action: 'follow',
  subject: ['Job', 'Contract'],
  conditions: organisation,
};
const inTeam: Rule = {
  ...everywhere,
  conditions: { ...organisation, workspaceId: '${org.workspace}' },
};
/** A pool is for the whole organisation, or for one team of it. */
const pools = (action: Rule['action']): readonly Rule[] => [
  { action, subject: 'TalentPool', conditions: { ...organisation, sharing: 'organisation' } },
  {
    ...{ action, subject: 'TalentPool' },
    conditions: { ...organisation, sharing: 'workspace', workspaceId: '${org.workspace}' },
  },
];
const keepsPools = pools(['read', 'create', 'update']);
const hires: readonly Rule[] = [
  {
    action: ['create', 'update', 'publish', 'close'],
    subject: 'Job',
    conditions: organisation,
  },
  { action: ['shortlist', 'decline'], subject: 'Proposal', conditions: organisation },
  { action: ['read', 'offer'], subject: 'Contract', conditions: organisation },
  { action: ['read', 'review'], subject: 'Onboarding', conditions: organisation },
];
const hirer: readonly Rule[] = [...keepsPools, ...hires];
const finance: readonly Rule[] = [
  ...pools('read'),
  { action: 'read', subject: ['Contract', 'Wallet', 'Deposit'], conditions: organisation },
  { action: ['fund', 'release'], subject: 'Milestone', conditions: organisation },
  { action: ['create', 'refund'], subject: 'Deposit', conditions: organisation },
];
const everything: readonly Rule[] = [
  ...hirer,
  ...finance,
  { action: ['dispute', 'answer', 'appeal'], subject: 'Dispute', conditions: organisation },
];

/** What a member of an organisation may do with what is the organisation's. */
export const inOrganisation: Record<OrgRole, readonly Rule[]> = {
  owner: [...everything, governs, provisions, agrees, everywhere],
  admin: [...everything, governs, provisions, everywhere],
  hirer: [...hirer, inTeam],
  finance: [...finance, agrees, everywhere],
  member: [inTeam, ...pools('read')],
};

/** What is asked of a route; which part of running the organisation it is, is asked behind it. */
const byPower: Record<Power, readonly Rule[]> = {
  hire: hires,
  pools: keepsPools,
  agree: [agrees],
  statements: [],
  everywhere: [everywhere],
  members: [governs],
  settings: [governs],
  directory: [governs, provisions],
  trail: [governs],
};

/** A role of an organisation's own is what every member may, and what each of its powers adds. */
export const rulesOfMember = ({ role, powers = [] }: Membership): readonly Rule[] =>
  isOrgRole(role)
    ? inOrganisation[role]
    : [...inOrganisation.member, ...powers.flatMap((one) => byPower[one])];
