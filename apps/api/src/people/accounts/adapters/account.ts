import type { ChangeAccountInput } from './inputs';
import { reject } from '@kernel/reject';
import { conflictIn } from '@wire/duties';
import { marketRoles, type Role } from '@wire/permissions';
import { defineEntity, p } from '@mikro-orm/core';

type MarketRole = (typeof marketRoles)[number];

const schema = defineEntity({
  name: 'Account',
  tableName: 'accounts',
  properties: {
    id: p.uuid().primary(),
    email: p.string(),
    passwordHash: p.string(),
    name: p.string(),
    slug: p.string(),
    roles: p.array().$type<Role[]>(),
    activeRole: p.string().$type<MarketRole>().nullable(),
    country: p.string(),
    locale: p.string().$type<'en' | 'ar'>(),
    timeZone: p.string(),
    emailVerifiedAt: p.datetime().nullable(),
    phone: p.string().nullable(),
    phoneVerifiedAt: p.datetime().nullable(),
    createdAt: p.datetime(),
  },
});

const isMarketRole = (role: Role): role is MarketRole => marketRoles.some((one) => one === role);

/** Duties that are kept apart are never given to one person, whoever asks. */
function apart(roles: Role[]): Role[] {
  const conflict = conflictIn(roles);
  return conflict ? reject('accounts.roles_conflict', { ...conflict }) : roles;
}

/** Who may sign in and as what. T0 has a proved address, T1 a proved phone too. */
export class Account extends schema.class {
  verifyEmail(at: Date): boolean {
    if (this.emailVerifiedAt) return false;
    this.emailVerifiedAt = at;
    return true;
  }

  provePhone(phone: string, at: Date): void {
    this.phone = phone;
    this.phoneVerifiedAt = at;
  }

  /** The old address proves nothing any more, the new one was proved just now. */
  moveTo(email: string, at: Date): void {
    this.email = email;
    this.emailVerifiedAt = at;
  }

  /** Market roles may be chosen by oneself; staff roles are given and stay. */
  change({ roles, activeRole, ...plain }: ChangeAccountInput): boolean {
    const given: [string, unknown][] = Object.entries(plain);
    for (const [key, value] of given)
      if (value !== undefined) Object.assign(this, { [key]: value });
    const before = this.roles.join();
    if (roles) this.roles = apart([...roles, ...this.roles.filter((role) => !isMarketRole(role))]);
    if (activeRole && !this.roles.includes(activeRole)) reject('accounts.role_missing');
    if (activeRole) this.activeRole = activeRole;
    if (this.activeRole && !this.roles.includes(this.activeRole))
      this.activeRole = this.roles.find(isMarketRole) ?? null;
    return this.roles.join() !== before;
  }

  appoint(roles: readonly Role[]): void {
    this.roles = apart([...new Set(roles)]);
    this.activeRole = this.roles.find(isMarketRole) ?? null;
  }
}

schema.setClass(Account);
export const AccountSchema = schema;
