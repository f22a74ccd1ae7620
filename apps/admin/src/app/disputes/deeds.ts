import type { Recommend, RuleDispute, VotePanel } from '@wire/dispute-console';

/** What staff can do in a dispute. A key goes with a ruling: a lost answer and a second click rule once. */
export type Deed =
  | { readonly kind: 'assign'; readonly mediatorId: string }
  | { readonly kind: 'assign_panel'; readonly memberIds: string[] }
  | { readonly kind: 'note'; readonly text: string }
  | { readonly kind: 'recommend'; readonly input: Recommend }
  | { readonly kind: 'rule'; readonly input: RuleDispute; readonly key: string }
  | { readonly kind: 'vote'; readonly input: VotePanel }
  | {
      readonly kind: 'approve' | 'deny';
      readonly approvalId: string;
      readonly payloadHash: string;
      readonly comment: string;
    };
