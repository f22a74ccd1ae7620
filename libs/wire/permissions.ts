import { AbilityBuilder, createMongoAbility, type MongoAbility } from '@casl/ability';

export const marketRoles = ['client', 'provider'] as const;
export const staffRoles = [
  'support',
  'mediator',
  'mediator_lead',
  'finance_maker',
  'finance_checker',
  'compliance',
  'auditor',
  'superadmin',
] as const;
export const roles = [...marketRoles, ...staffRoles] as const;
export type Role = (typeof roles)[number];

export type Action =
  | 'read'
  | 'create'
  | 'update'
  | 'publish'
  | 'close'
  | 'propose'
  | 'withdraw'
  | 'shortlist'
  | 'decline'
  | 'offer'
  | 'sign'
  | 'deliver'
  | 'review'
  | 'reply'
  | 'fund'
  | 'release'
  | 'refund'
  | 'request'
  | 'prepare'
  | 'approve'
  | 'dispute'
  | 'answer'
  | 'appeal'
  | 'assign'
  | 'rule'
  | 'replay'
  | 'decide'
  | 'hold'
  | 'lift'
  | 'grant'
  | 'post'
  | 'inspect';
export type Subject =
  | 'Account'
  | 'Profile'
  | 'Job'
  | 'Proposal'
  | 'Contract'
  | 'Milestone'
  | 'Dispute'
  | 'Review'
  | 'File'
  | 'Deposit'
  | 'Wallet'
  | 'BankAccount'
  | 'Payout'
  | 'Approval'
  | 'Role'
  | 'Hold'
  | 'Chargeback'
  | 'Refund'
  | 'Journal'
  | 'Period'
  | 'Reconciliation'
  | 'Ledger'
  | 'Stream'
  | 'Projection'
  | 'Queue'
  | 'SavedSearch'
  | 'Notification'
  | 'AuditLog'
  | 'AuditExport'
  | 'Replay'
  | 'Privacy'
  | 'Console';
export type AppAbility = MongoAbility<[Action, Subject]>;
/** A permission in one word, for rows and facts: `approve Payout`. */
export type Permission = `${Action} ${Subject}`;

export interface Principal {
  readonly id: string;
  readonly roles: readonly Role[];
}

type Grant = AbilityBuilder<AppAbility>['can'];

/** What everyone may see without an account. */
function guest(can: Grant): void {
  can('read', ['Job', 'Profile', 'Review']);
}

/** What every signed-in person may do with what is theirs; ownership is checked in the decision. */
function member(can: Grant): void {
  can(['read', 'update'], ['Account', 'Profile']);
  can(['read', 'create'], ['File', 'SavedSearch', 'Notification']);
  can('read', ['Contract', 'Dispute', 'Wallet', 'Deposit', 'Payout', 'Proposal']);
  can(['review', 'reply'], 'Review');
}

/** What everybody who watches over money sees. */
const moneyDesk = [
  'Approval',
  'Hold',
  'Chargeback',
  'Refund',
  'Journal',
  'Period',
  'Reconciliation',
] as const;

const grants: Record<Role, (can: Grant) => void> = {
  client(can) {
    can(['create', 'update', 'publish', 'close'], 'Job');
    can(['shortlist', 'decline'], 'Proposal');
    can('offer', 'Contract');
    can(['fund', 'release', 'review'], 'Milestone');
    can(['create', 'refund'], 'Deposit');
    can(['dispute', 'answer', 'appeal'], 'Dispute');
  },
  provider(can) {
    can(['propose', 'update', 'withdraw'], 'Proposal');
    can(['sign', 'decline'], 'Contract');
    can('deliver', 'Milestone');
    can(['dispute', 'answer', 'appeal'], 'Dispute');
    can('request', 'Payout');
    can(['read', 'create'], 'BankAccount');
  },
  support(can) {
    can('read', ['Console', 'Approval']);
    can('inspect', ['Account', 'Job', 'Contract', 'Dispute', 'Payout']);
    can('request', 'Refund');
  },
  mediator(can) {
    can('read', ['Console', 'Approval']);
    can('inspect', ['Contract', 'Dispute']);
    can('rule', 'Dispute');
  },
  mediator_lead(can) {
    can('read', ['Console', 'Approval']);
    can('decide', 'Approval');
    can('inspect', ['Contract', 'Dispute']);
    can(['rule', 'assign', 'approve'], 'Dispute');
  },
  finance_maker(can) {
    can('read', ['Console', 'Approval']);
    can('inspect', 'Replay');
    can('inspect', ['Contract', 'Dispute', 'Payout', 'Ledger', 'Stream', ...moneyDesk]);
    can('prepare', ['Payout', 'Refund', 'Journal', 'Period', 'Reconciliation']);
    can('answer', 'Chargeback');
  },
  finance_checker(can) {
    can('read', ['Console', 'Approval']);
    can('inspect', 'Replay');
    can('inspect', ['Contract', 'Dispute', 'Payout', 'Ledger', 'Stream', ...moneyDesk]);
    can('decide', 'Approval');
    can('approve', ['Payout', 'Refund', 'Journal', 'Period']);
  },
  compliance(can) {
    can('read', ['Console', 'Approval']);
    can('inspect', ['AuditLog', 'AuditExport', 'Replay']);
    can(['request', 'approve'], 'AuditExport');
    can('inspect', ['Account', 'Job', 'Contract', 'Dispute', 'Payout', 'Ledger', 'Stream']);
    can('inspect', [...moneyDesk]);
    can('hold', ['Hold', 'Wallet']);
    can('lift', ['Hold', 'Wallet']);
    can('decide', 'Approval');
    can('approve', 'Role');
    can(['inspect', 'request', 'approve', 'hold', 'lift'], 'Privacy');
  },
  auditor(can) {
    can('read', ['Console', 'Approval']);
    can('inspect', ['AuditLog', 'AuditExport', 'Replay']);
    can('request', 'AuditExport');
    can('inspect', ['Account', 'Contract', 'Dispute', 'Payout', 'Ledger', 'Stream', 'Projection']);
    can('inspect', [...moneyDesk]);
  },
  superadmin(can) {
    can('read', ['Console', 'Approval']);
    can('inspect', 'AuditLog');
    can('replay', 'Projection');
    can('inspect', ['Account', 'Contract', 'Projection', 'Queue', 'Stream']);
    can('replay', 'Queue');
    can('grant', 'Role');
  },
};

/** One policy for server and screens: the screens hide what the server would refuse. */
export function abilityFor(viewer: Principal | null): AppAbility {
  const { can, build } = new AbilityBuilder<AppAbility>(createMongoAbility);
  guest(can);
  if (viewer) member(can);
  for (const role of viewer?.roles ?? []) grants[role](can);
  return build();
}

export function isAllowed(viewer: Principal, permission: Permission): boolean {
  const [action, subject] = permission.split(' ') as [Action, Subject];
  return abilityFor(viewer).can(action, subject);
}

/** Everything that somebody may do, for questions that a database answers. */
export function permissionsOf(viewer: Principal): Permission[] {
  const all = abilityFor(viewer).rules.flatMap(({ action, subject }) =>
    [action].flat().flatMap((one) => [subject].flat().map((on) => `${one} ${on}` as const)),
  );
  return [...new Set(all)];
}
