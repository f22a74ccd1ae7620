import { isGreater, minor, type Money } from '@money';
import { reject } from '@kernel/reject';
import type { Member } from './members';

export type Purpose = 'job' | 'hire';
export type Approver = 'finance' | 'owner';

export interface Limit {
  readonly purpose: Purpose;
  readonly above: Money;
  readonly approver: Approver;
  readonly role: string | null;
  readonly workspaceId: string | null;
}

/** What somebody wants to commit the organisation to. */
export interface Wish {
  readonly purpose: Purpose;
  readonly amount: Money;
  readonly workspaceId: string;
  readonly role: string;
}

export interface Decision {
  readonly by: string;
  readonly decision: 'approve' | 'reject' | 'cancel';
  readonly comment: string;
  readonly at: string;
}

export type SpendingState = 'open' | 'granted' | 'rejected' | 'cancelled' | 'expired';

export interface Spending {
  readonly requesterId: string;
  readonly state: SpendingState;
  /** Who has to agree, one after the other. */
  readonly chain: readonly Approver[];
  readonly decisions: readonly Decision[];
}

/**
 * Who has to agree, the one with the lower limit first; nobody twice. An amount in another currency
 * than a limit cannot be compared with it, so that the limit holds.
 */
export function chainFor(limits: readonly Limit[], wish: Wish): Approver[] {
  const met = limits.filter(
    ({ purpose, above, role, workspaceId }) =>
      purpose === wish.purpose &&
      (role === null || role === wish.role) &&
      (workspaceId === null || workspaceId === wish.workspaceId) &&
      (above.currency !== wish.amount.currency || isGreater(wish.amount, above)),
  );
  const rising = [...met].sort((a, b) => (minor(a.above) < minor(b.above) ? -1 : 1));
  return [...new Set(rising.map(({ approver }) => approver))];
}

/** Finance is whoever may agree, by whatever role. */
const isNamed = ({ role, powers }: Member, approver: Approver): boolean =>
  approver === 'owner' ? role === 'owner' : role !== 'owner' && powers.includes('agree');

/** Nobody agrees with themselves. Where finance is asked an owner may answer as well. */
export const mayApprove = (member: Member, approver: Approver, requesterId: string): boolean =>
  member.accountId !== requesterId && (isNamed(member, approver) || member.role === 'owner');

/** The members who may decide the next step; an empty list would let a request wait for ever. */
export function approversOf(
  members: readonly Member[],
  approver: Approver,
  requesterId: string,
): string[] {
  const asked = members.filter((one) => mayApprove(one, approver, requesterId));
  if (asked.length === 0) reject('organisations.nobody_approves', { approver });
  const named = asked.filter((one) => isNamed(one, approver));
  return (named.length > 0 ? named : asked).map(({ accountId }) => accountId);
}

export const nextApprover = ({ chain, decisions }: Spending): Approver | undefined =>
  chain[decisions.length];

/** What the request is after this decision. A chain needs everybody's yes, and one no ends it. */
export function decide(
  spending: Spending,
  by: Member,
  decision: Decision['decision'],
): Exclude<SpendingState, 'expired'> {
  if (spending.state !== 'open') reject('organisations.approval_decided');
  const isOwn = by.accountId === spending.requesterId;
  if (decision === 'cancel') return isOwn ? 'cancelled' : reject('organisations.not_asked');
  if (isOwn) reject('organisations.own_approval');
  const next = nextApprover(spending);
  if (!next || !mayApprove(by, next, spending.requesterId)) reject('organisations.not_asked');
  // Two yeses of one person are one.
  if (spending.decisions.some((one) => one.by === by.accountId)) reject('organisations.not_asked');
  if (decision === 'reject') return 'rejected';
  return spending.decisions.length + 1 === spending.chain.length ? 'granted' : 'open';
}
