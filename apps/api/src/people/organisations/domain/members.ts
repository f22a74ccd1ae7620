import { reject } from '@kernel/reject';
import type { OrgRole } from '@wire/permissions';

export interface Member {
  readonly accountId: string;
  readonly role: OrgRole;
}

/** An organisation as far as its seats are concerned. */
export interface Household {
  readonly seats: number;
  readonly members: readonly Member[];
  /** Invitations that somebody may still follow: each holds a seat. */
  readonly invited: number;
}

const roleOf = ({ members }: Household, accountId: string): OrgRole =>
  members.find((one) => one.accountId === accountId)?.role ?? reject('organisations.not_a_member');

const owners = ({ members }: Household): number =>
  members.filter(({ role }) => role === 'owner').length;

/** Whoever runs the organisation; everybody else in it is told that it is not theirs to do. */
export function governs(role: OrgRole): void {
  if (role !== 'owner' && role !== 'admin') reject('organisations.not_yours');
}

export function invite(household: Household): void {
  if (household.members.length + household.invited >= household.seats)
    reject('organisations.no_seat', { seats: household.seats });
}

/** The seat was held by the invitation. */
export function join(household: Household, accountId: string): void {
  if (household.members.some((one) => one.accountId === accountId))
    reject('organisations.already_member');
  if (household.members.length >= household.seats)
    reject('organisations.no_seat', { seats: household.seats });
}

/** An admin appoints everybody but owners; one owner at least stays. */
export function change(household: Household, by: string, accountId: string, to: OrgRole): void {
  const mine = roleOf(household, by);
  const before = roleOf(household, accountId);
  governs(mine);
  if ((before === 'owner' || to === 'owner') && mine !== 'owner') reject('organisations.not_yours');
  if (before === 'owner' && to !== 'owner' && owners(household) === 1)
    reject('organisations.last_owner');
}

/** Everybody may leave but the last owner, who hands over first. */
export function remove(household: Household, by: string, accountId: string): 'left' | 'removed' {
  const mine = roleOf(household, by);
  const theirs = roleOf(household, accountId);
  if (by !== accountId) {
    governs(mine);
    if (theirs === 'owner' && mine !== 'owner') reject('organisations.not_yours');
  }
  if (theirs === 'owner' && owners(household) === 1) reject('organisations.last_owner');
  return by === accountId ? 'left' : 'removed';
}

/** The directory says that somebody is none of them any more. False when they were not. */
export function dismiss(household: Household, accountId: string): boolean {
  const theirs = household.members.find((one) => one.accountId === accountId)?.role;
  if (theirs === 'owner' && owners(household) === 1) reject('organisations.last_owner');
  return theirs !== undefined;
}

/** Whether what the directory says changes anything: of owners it does not decide. */
export function place(household: Household, accountId: string, to: OrgRole): boolean {
  const theirs = household.members.find((one) => one.accountId === accountId)?.role;
  return theirs !== undefined && theirs !== 'owner' && theirs !== to && to !== 'owner';
}

export function transfer(household: Household, by: string, to: string): void {
  if (roleOf(household, by) !== 'owner') reject('organisations.not_yours');
  roleOf(household, to);
}
