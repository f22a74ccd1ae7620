import { standardFees, type FeeSchedule } from '@money/fees';
import { minor, sum, type Currency, type Money } from '@money';
import { isSameName } from '@kernel/same-name';
import { notTheirs, reject } from '@kernel/reject';
import type { ContractEvent } from './contracts.events';

export type ContractState = 'offered' | 'active' | 'completed' | 'declined' | 'withdrawn';

export interface AgreedMilestone {
  readonly id: string;
  readonly title: string;
  readonly amount: Money;
  readonly days: number;
}

export interface Contract {
  readonly id: string;
  readonly jobId: string;
  readonly proposalId: string;
  readonly clientId: string;
  readonly providerId: string;
  readonly state: ContractState;
  readonly fees: FeeSchedule;
  readonly termsVersion: string;
  readonly milestones: readonly AgreedMilestone[];
}

/** What an offer answers to: the proposal and its job, as they are now. */
export interface Ground {
  readonly clientId: string;
  readonly proposalStatus: string;
  readonly jobStatus: string;
  readonly currency: Currency | null;
}

const undecided = ['sent', 'viewed', 'shortlisted'];
const largest = 10n ** 15n;

/** The terms in force; they are frozen into every contract that is offered under them. */
export const currentTerms = { fees: standardFees, termsVersion: 'terms-2026-01' };

/** May this client offer these milestones on this proposal? */
export function offerable(
  ground: Ground,
  by: string,
  milestones: readonly { amount: Money }[],
): void {
  if (ground.clientId !== by) reject('proposals.not_found');
  if (!undecided.includes(ground.proposalStatus)) reject('proposals.not_open');
  if (ground.jobStatus !== 'published' || !ground.currency) return reject('jobs.not_open');
  const { currency } = ground;
  if (milestones.some(({ amount }) => amount.currency !== currency))
    reject('money.currency_mismatch');
  if (minor(totalOf(milestones)) > largest) reject('money.too_large');
}

/** A signature by click is one's own full name, typed; case and spacing are forgiven. */
export function signed(typed: string, name: string): void {
  if (!isSameName(typed, name)) reject('contracts.signature_mismatch');
}

export const offered = (contract: Contract): ContractEvent => ({
  type: 'ContractOffered',
  data: origin(contract),
});

const strangers = ({ clientId, providerId }: Contract, by: string): never =>
  notTheirs('contracts', by, [clientId, providerId]);

export function sign(contract: Contract, by: string): ContractEvent {
  if (contract.providerId !== by) strangers(contract, by);
  if (contract.state !== 'offered') reject('contracts.not_offered');
  const { fees, termsVersion } = contract;
  const milestones = contract.milestones.map(({ id, amount, days }) => ({ id, amount, days }));
  return { type: 'ContractSigned', data: { ...origin(contract), fees, termsVersion, milestones } };
}

export function decline(contract: Contract, by: string): ContractEvent {
  if (contract.providerId !== by) strangers(contract, by);
  if (contract.state !== 'offered') reject('contracts.not_offered');
  return { type: 'ContractDeclined', data: origin(contract) };
}

export function withdraw(contract: Contract, by: string): ContractEvent {
  if (contract.clientId !== by) strangers(contract, by);
  if (contract.state !== 'offered') reject('contracts.not_offered');
  return { type: 'ContractWithdrawn', data: origin(contract) };
}

export function update(contract: Contract, by: string, updateId: string): ContractEvent {
  const { id: contractId, clientId, providerId } = contract;
  if (by !== clientId && by !== providerId) strangers(contract, by);
  if (contract.state !== 'active') reject('contracts.not_active');
  return { type: 'WorkUpdatePosted', data: { contractId, clientId, providerId, updateId, by } };
}

/** The escrow closed. Saying it again changes nothing. */
export function complete(contract: Contract): ContractEvent | null {
  const { id: contractId, clientId, providerId, jobId } = contract;
  if (contract.state !== 'active') return null;
  return { type: 'ContractCompleted', data: { contractId, clientId, providerId, jobId } };
}

export function totalOf(milestones: readonly { amount: Money }[]): Money {
  const currency = milestones[0]?.amount.currency ?? 'INR';
  return sum(
    milestones.map(({ amount }) => amount),
    currency,
  );
}

const origin = ({ id, clientId, providerId, jobId, proposalId }: Contract) => ({
  contractId: id,
  clientId,
  providerId,
  jobId,
  proposalId,
});
