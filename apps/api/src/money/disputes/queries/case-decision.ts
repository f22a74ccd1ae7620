import type { DecisionView } from '@wire/dispute-case';
import { lastOf, type WholeCase } from './case-file';
import { wordsOf } from './case-parts';

/** The statement of reasons: what was agreed or decided, why, by which rule, and what it comes to. */
export function decisionOf(whole: WholeCase, effect: DecisionView['effect']): DecisionView | null {
  const { open } = whole;
  const settled = lastOf(whole, 'DisputeSettled');
  const opened = lastOf(whole, 'DisputeOpened');
  if (settled)
    return {
      ...{ basis: settled.data.basis, at: settled.metadata.at, effect },
      allocations: settled.data.allocations,
      reasons: null,
      policy: {
        reference: opened?.data.policyReference ?? '',
        version: opened?.data.policyVersion ?? '',
      },
      ...{ simulationHash: null, isSecondPerson: false, appealBy: null, upheld: null },
    };
  const issued = lastOf(whole, 'DecisionIssued');
  if (!issued) return null;
  const appealed = lastOf(whole, 'AppealDecided');
  const { basis, policyReference, policyVersion, simulationHash, appealBy, approverId } =
    issued.data;
  const reasons = appealed?.data.reasons ?? issued.data.reasons;
  return {
    basis: appealed ? 'appeal' : basis,
    at: (appealed ?? issued).metadata.at,
    allocations: (appealed ?? issued).data.allocations,
    effect,
    reasons: wordsOf(whole, reasons?.id),
    policy: { reference: policyReference, version: policyVersion },
    simulationHash: appealed && !appealed.data.upheld ? null : simulationHash,
    isSecondPerson: approverId !== null,
    appealBy: open.appeal ? null : appealBy,
    upheld: appealed?.data.upheld ?? null,
  };
}
