import { AbilityBuilder, createMongoAbility, type MongoAbility } from '@casl/ability';

export const marketRoles = ['client', 'provider'] as const;
export const staffRoles = [
  'support',
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
  | 'replay'
  | 'inspect';
export type Subject =
  | 'Account'
  | 'Profile'
  | 'Job'
  | 'Proposal'
  | 'Contract'
  | 'Milestone'
  | 'Review'
  | 'File'
  | 'Deposit'
  | 'Wallet'
  | 'BankAccount'
  | 'Payout'
  | 'Ledger'
  | 'Stream'
  | 'Projection'
  | 'Queue'
  | 'SavedSearch'
  | 'Notification'
  | 'Console';
export type AppAbility = MongoAbility<[Action, Subject]>;

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
  can('read', ['Contract', 'Wallet', 'Deposit', 'Payout', 'Proposal']);
  can(['review', 'reply'], 'Review');
}

const grants: Record<Role, (can: Grant) => void> = {
  client(can) {
    can(['create', 'update', 'publish', 'close'], 'Job');
    can(['shortlist', 'decline'], 'Proposal');
    can('offer', 'Contract');
    can(['fund', 'release', 'review'], 'Milestone');
    can(['create', 'refund'], 'Deposit');
  },
  provider(can) {
    can(['propose', 'update', 'withdraw'], 'Proposal');
    can(['sign', 'decline'], 'Contract');
    can('deliver', 'Milestone');
    can('request', 'Payout');
    can(['read', 'create'], 'BankAccount');
  },
  support(can) {
    can('read', 'Console');
    can('inspect', ['Account', 'Job', 'Contract', 'Payout']);
  },
  finance_maker(can) {
    can('read', 'Console');
    can('inspect', ['Contract', 'Payout', 'Ledger', 'Stream']);
    can('prepare', 'Payout');
  },
  finance_checker(can) {
    can('read', 'Console');
    can('inspect', ['Contract', 'Payout', 'Ledger', 'Stream']);
    can('approve', 'Payout');
  },
  compliance(can) {
    can('read', 'Console');
    can('inspect', ['Account', 'Job', 'Contract', 'Payout', 'Ledger', 'Stream']);
  },
  auditor(can) {
    can('read', 'Console');
    can('inspect', ['Account', 'Contract', 'Payout', 'Ledger', 'Stream', 'Projection']);
  },
  superadmin(can) {
    can('read', 'Console');
    can('inspect', ['Account', 'Contract', 'Projection', 'Queue', 'Stream']);
    can('replay', 'Queue');
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
