import type { Money } from '@money';
import type { Aggregate } from '@kernel/aggregate';
import { reject } from '@kernel/reject';
import type { ApprovalState, CheckCode } from '@wire/approvals';
import type { ApprovalEvent } from './approvals.events';

type EventNamed<Type> = Extract<ApprovalEvent, { type: Type }>;
type Asked = EventNamed<'ApprovalRequested'>['data'];

export interface OpenApproval extends Asked {
  readonly status: ApprovalState;
  readonly warned: boolean;
}

export type Approval = { readonly status: 'none' } | OpenApproval;

export const approval: Aggregate<Approval, ApprovalEvent> = {
  category: 'approval',
  initial: { status: 'none' },
  evolve,
};

const next = {
  ApprovalGranted: 'granted',
  ApprovalDenied: 'denied',
  ApprovalExpired: 'expired',
  ApprovalExecuted: 'executed',
  ApprovalFailed: 'failed',
} as const satisfies Record<string, ApprovalState>;

function evolve(state: Approval, { type, data }: ApprovalEvent): Approval {
  if (type === 'ApprovalRequested') return { ...data, status: 'requested', warned: false };
  if (state.status === 'none') return state;
  return type === 'ApprovalExpiring'
    ? { ...state, warned: true }
    : { ...state, status: next[type] };
}

export const openHours = 48;
export const warningHours = 6;
const hourMs = 3_600_000;

export interface Wish extends Omit<Asked, 'expiresAt' | 'amount'> {
  readonly amount: Money | null;
}

/** Whoever gains by it may not even ask. `mayAsk`: the maker's roles allow it now. */
export function request(
  state: Approval,
  wish: Wish,
  { mayAsk, now }: { mayAsk: boolean; now: Date },
): EventNamed<'ApprovalRequested'> {
  if (state.status !== 'none') reject('approval.already_decided');
  if (!mayAsk) reject('request.forbidden', { permission: wish.makerPermission });
  if (wish.beneficiaries.includes(wish.makerId)) reject('approval.own_benefit');
  const expiresAt = new Date(now.getTime() + openHours * hourMs).toISOString();
  return { type: 'ApprovalRequested', data: { ...wish, expiresAt } };
}

/** What is true of the two people and the moment when somebody decides. */
export interface Circumstance {
  readonly checkerId: string;
  readonly checkerMay: boolean;
  readonly makerStillMay: boolean;
  readonly now: Date;
}

/** Every rule of a decision, in the order they are checked; screens explain the same list. */
export function checks(
  open: OpenApproval,
  { checkerId, checkerMay, makerStillMay, now }: Circumstance,
): readonly { readonly code: CheckCode; readonly passed: boolean }[] {
  return [
    { code: 'approval.expired', passed: open.status !== 'expired' && !isOver(open, now) },
    { code: 'approval.already_decided', passed: ['requested', 'expired'].includes(open.status) },
    { code: 'approval.same_person', passed: open.makerId !== checkerId },
    { code: 'approval.own_benefit', passed: !open.beneficiaries.includes(checkerId) },
    { code: 'approval.role_missing', passed: checkerMay },
    { code: 'approval.maker_lost_role', passed: makerStillMay },
  ];
}

const isOver = ({ status, expiresAt }: OpenApproval, now: Date): boolean =>
  status === 'requested' && now >= new Date(expiresAt);

export interface Verdict {
  readonly kind: 'approve' | 'deny';
  /** What the checker saw: a decision about anything else is none. */
  readonly payloadHash: string;
  readonly commentHash: string;
}

export function decide(state: Approval, who: Circumstance, verdict: Verdict): ApprovalEvent {
  const open = known(state);
  const failed = checks(open, who).find(({ passed }) => !passed);
  if (failed) return reject(failed.code);
  if (verdict.payloadHash !== open.payloadHash) reject('approval.payload_changed');
  const { commentHash } = verdict;
  const decided = { ...named(open), checkerId: who.checkerId, commentHash };
  if (verdict.kind === 'deny') return { type: 'ApprovalDenied', data: decided };
  const { payload, payloadHash } = open;
  return { type: 'ApprovalGranted', data: { ...decided, payload, payloadHash } };
}

/** The time is nearly over, or over. Says nothing when somebody decided meanwhile. */
export function wait(state: Approval, now: Date): ApprovalEvent[] {
  const open = known(state);
  if (open.status !== 'requested') return [];
  const { requiredPermission, expiresAt } = open;
  if (isOver(open, now)) return [{ type: 'ApprovalExpired', data: named(open) }];
  if (open.warned || now.getTime() < Date.parse(expiresAt) - warningHours * hourMs) return [];
  return [{ type: 'ApprovalExpiring', data: { ...named(open), requiredPermission, expiresAt } }];
}

/** How the action went. Said once; a repeated word says nothing. */
export function report(state: Approval, outcome: 'executed' | { code: string }): ApprovalEvent[] {
  const open = known(state);
  if (open.status === 'executed' || open.status === 'failed') return [];
  if (open.status !== 'granted') reject('approval.not_granted');
  if (outcome === 'executed') return [{ type: 'ApprovalExecuted', data: named(open) }];
  return [{ type: 'ApprovalFailed', data: { ...named(open), code: outcome.code } }];
}

const named = ({ approvalId, action, subject, makerId }: OpenApproval) => ({
  approvalId,
  action,
  subject,
  makerId,
});

export function known(state: Approval): OpenApproval {
  return state.status === 'none' ? reject('approval.not_found') : state;
}
