import { createMongoAbility, type MongoAbility, type RawRuleOf } from '@casl/ability';
import { isScope, scopeNames, scopes, type Scope } from './permissions/machines';
import { client, guest, member, provider, rulesOfMember } from './permissions/market';
import { staff } from './permissions/staff';
import {
  isOrgRole,
  type Action,
  type Conditions,
  type Membership,
  type Permission,
  type Principal,
  type Role,
  type Rule,
  type Subject,
} from './permissions/vocabulary';

export * from './permissions/vocabulary';
export { ofOrganisations, scopeNames, type Scope } from './permissions/machines';

export type AppAbility = MongoAbility<[Action, Subject | Instance]>;
/** An object with the name of its kind, for rules that look at whose it is. */
export type Instance = { readonly kind: Subject } & Readonly<Record<string, unknown>>;

const byRole: Record<Role, readonly Rule[]> = { client, provider, ...staff };

/** The rules of one role, as they are written down. */
export const rulesOf = (role: Role): readonly Rule[] => byRole[role];

/** All rules that hold for somebody, each with where it comes from. */
export function rulesFor(viewer: Principal | null): { rule: Rule; of: string }[] {
  const from = (of: string, rules: readonly Rule[]) => rules.map((rule) => ({ rule, of }));
  const open = from('guest', guest);
  if (!viewer) return open;
  return [
    ...open,
    ...from('member', member),
    ...viewer.roles.flatMap((role) => from(role, byRole[role])),
    ...(viewer.memberships ?? []).flatMap((membership) => {
      const team = membership.workspaceId ?? { $ne: null };
      const inside = filled(rulesOfMember(membership), 'org.id', membership.orgId);
      return from(nameOf(membership), filled(inside, 'org.workspace', team));
    }),
    ...from('revealed', viewer.rules ?? []),
  ];
}

/** Two roles of the same powers are one and the same. */
const nameOf = ({ role, powers }: Membership): string =>
  isOrgRole(role) ? `org:${role}` : `org:${[...(powers ?? [])].sort().join('+')}`;

/** Rules with a placeholder filled in; those without conditions stay the same objects. */
function filled(rules: readonly Rule[], name: string, value: unknown): Rule[] {
  const placeholder = `\${${name}}`;
  const fill = (_: string, found: unknown) => (found === placeholder ? value : found);
  return rules.map((rule) =>
    rule.conditions
      ? { ...rule, conditions: JSON.parse(JSON.stringify(rule.conditions), fill) as Conditions }
      : rule,
  );
}

const build = (rules: readonly Rule[]): AppAbility =>
  createMongoAbility<AppAbility>(rules as RawRuleOf<AppAbility>[], {
    detectSubjectType: (object) => object.kind,
  });

/** One policy for server and screens: the screens hide what the server would refuse. */
export function abilityFor(viewer: Principal | null): AppAbility {
  const rules = rulesFor(viewer).map(({ rule }) => rule);
  return build(viewer ? filled(rules, 'user.id', viewer.id) : rules);
}

const grants = new Map<string, AppAbility>();
const inScope = new Map<string, AppAbility>();

/** Built once for every set of names: a check of a route costs no rule. */
function once(cache: Map<string, AppAbility>, names: readonly string[], make: () => AppAbility) {
  const key = names.join();
  const known = cache.get(key) ?? make();
  cache.set(key, known);
  return known;
}

/** Whether somebody may do this to any object at all; whose it is is decided where that is known. */
export function permits(viewer: Principal | null, action: Action, subject: Subject): boolean {
  const roles = viewer ? viewer.roles : ['guest'];
  const memberships = viewer?.memberships ?? [];
  const names = [...roles, ...memberships.map(nameOf)];
  const plain = viewer && { id: '', roles: viewer.roles, memberships };
  const granted = once(grants, names, () => abilityFor(plain)).can(action, subject);
  return granted && (viewer?.scopes === undefined || scopeAllows(viewer.scopes, action, subject));
}

/** A key without a scope for it may not, whatever its owner may. */
export function scopeAllows(names: readonly string[], action: Action, subject: Subject): boolean {
  const rules = () => build(names.filter(isScope).flatMap((name): readonly Rule[] => scopes[name]));
  return once(inScope, names, rules).can(action, subject);
}

/** The scopes of a key that let it do this; empty for what no key does. */
export const scopesFor = (action: Action, subject: Subject): Scope[] =>
  scopeNames.filter((name) => scopeAllows([name], action, subject));

export function isAllowed(viewer: Principal, permission: Permission): boolean {
  const [action, subject] = permission.split(' ') as [Action, Subject];
  return permits(viewer, action, subject);
}

/** Everything that somebody may do, for questions that a database answers. */
export function permissionsOf(viewer: Principal): Permission[] {
  const all = abilityFor(viewer).rules.flatMap(({ action, subject }) =>
    [action].flat().flatMap((one) => [subject].flat().map((on) => `${one} ${on}`)),
  );
  return [...new Set(all)] as Permission[];
}

/** What only those who may decide it are shown, lists and counts included: it would warn somebody. */
export const confidential: readonly Permission[] = ['decide Screening', 'approve Report'];

const confidentialStream = /^(?:screening|case|report)-/;

/** May somebody read this stream of the record? */
export const mayReadStream = (viewer: Principal, stream: string): boolean =>
  !confidentialStream.test(stream) || isAllowed(viewer, 'inspect Screening');
