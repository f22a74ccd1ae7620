import type { Action, Subject } from '@wire/permissions';

/** Everything that takes two people, in the order of the filter. */
export const actions = [
  'journal.post',
  'journal.reverse',
  'period.close',
  'refund.large',
  'refund.goodwill',
  'payout.send',
  'hold.lift',
  'wallet.unrestrict',
  'role.grant',
  'role.lend',
  'dispute.rule',
  'audit.export',
] as const;
export type KnownAction = (typeof actions)[number];

export const isKnown = (action: string): action is KnownAction =>
  actions.some((one) => one === action);

interface Place {
  readonly link: string;
  readonly needs: readonly [Action, Subject];
  /** The key below `approvals.places`. */
  readonly word: string;
}

const places: Record<string, (id: string) => Place> = {
  escrow: (id) => ({ link: `/contracts/${id}`, needs: ['inspect', 'Contract'], word: 'contract' }),
  dispute: (id) => ({ link: `/disputes/${id}`, needs: ['inspect', 'Dispute'], word: 'dispute' }),
  account: (id) => ({ link: `/users/${id}`, needs: ['inspect', 'Account'], word: 'account' }),
  restriction: (id) => ({ link: `/users/${id}`, needs: ['inspect', 'Account'], word: 'account' }),
  journal: (id) => ({
    link: `/ops/streams/journal-${id}`,
    needs: ['inspect', 'Stream'],
    word: 'journal',
  }),
  deposit: (id) => ({
    link: `/ops/streams/deposit-${id}`,
    needs: ['inspect', 'Stream'],
    word: 'deposit',
  }),
  payout: (id) => ({
    link: `/ops/streams/payout-${id}`,
    needs: ['inspect', 'Stream'],
    word: 'payout',
  }),
  period: (id) => ({
    link: `/finance/periods/${id}`,
    needs: ['inspect', 'Period'],
    word: 'period',
  }),
};

/** The page of what a request is about: `escrow-123` is the contract 123. Null where there is none. */
export function placeOf(subject: string): Place | null {
  const at = subject.indexOf('-');
  return places[subject.slice(0, at)]?.(subject.slice(at + 1)) ?? null;
}
