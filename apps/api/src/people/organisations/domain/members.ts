import { reject } from '@kernel/reject';
import { powers as all, type Power } from '@wire/permissions';

/** A role with what it lets somebody do: one of the usual ones, or one of the organisation's own. */
export interface Placing {
  readonly role: string;
  readonly powers: readonly Power[];
}

export interface Member extends Placing {
  readonly accountId: string;
}

/** An organisation as far as its seats are concerned. */
export interface Household {
  readonly seats: number;
  readonly members: readonly Member[];
  /** Invitations that somebody may still follow: each holds a seat. */
  readonly invited: number;
}

const memberOf = ({ members }: Household, accountId: string): Member =>
  members.find((one) => one.accountId === accountId) ?? reject('organisations.not_a_member');

const owners = ({ members }: Household): number =>
  members.filter(({ role }) => role === 'owner').length;

/** Everybody in the organisation who may not is told that it is not theirs to do. */
export function may({ powers }: Placing, power: Power): void {
  if (!powers.includes(power)) reject('organisations.not_yours');
}

/** What somebody may hand on: an admin appoints whoever agrees, and does not agree. */
export const mayGive = ({ role, powers }: Placing): readonly Power[] =>
  role === 'owner' || role === 'admin' ? all : powers;

/** Nobody gives, or takes from somebody, what they do not have. Owners are above all of it. */
export function covers(mine: Placing, { powers }: Pick<Placing, 'powers'>): void {
  const given = mayGive(mine);
  if (!powers.every((one) => given.includes(one))) reject('organisations.more_than_yours');
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
export function change(household: Household, by: string, accountId: string, to: Placing): void {
  const mine = memberOf(household, by);
  const before = memberOf(household, accountId);
  may(mine, 'members');
  const isOfOwners = before.role === 'owner' || to.role === 'owner';
  if (isOfOwners && mine.role !== 'owner') reject('organisations.not_yours');
  for (const one of [before, to]) covers(mine, one);
  if (before.role === 'owner' && to.role !== 'owner' && owners(household) === 1)
    reject('organisations.last_owner');
}

/** Everybody may leave but the last owner, who hands over first. */
export function remove(household: Household, by: string, accountId: string): 'left' | 'removed' {
  const mine = memberOf(household, by);
  const theirs = memberOf(household, accountId);
  if (by !== accountId) {
    may(mine, 'members');
    if (theirs.role === 'owner' && mine.role !== 'owner') reject('organisations.not_yours');
    covers(mine, theirs);
  }
  if (theirs.role === 'owner' && owners(household) === 1) reject('organisations.last_owner');
  return by === accountId ? 'left' : 'removed';
}

/** The directory says that somebody is none of them any more. False when they were not. */
export function dismiss(household: Household, accountId: string): boolean {
  const theirs = household.members.find((one) => one.accountId === accountId)?.role;
  if (theirs === 'owner' && owners(household) === 1) reject('organisations.last_owner');
  return theirs !== undefined;
}

/** Whether what the directory says changes anything: of owners it does not decide. */
export function place(household: Household, accountId: string, to: string): boolean {
  const theirs = household.members.find((one) => one.accountId === accountId)?.role;
  return theirs !== undefined && theirs !== 'owner' && theirs !== to && to !== 'owner';
}

export function transfer(household: Household, by: string, to: string): void {
  if (memberOf(household, by).role !== 'owner') reject('organisations.not_yours');
  memberOf(household, to);
}
