import type { AddEvidence, MakeOffer } from '@wire/disputes';

/** What a side can do in its dispute. A key goes with what moves money: a lost answer settles once. */
export type Deed =
  | { readonly kind: 'answer'; readonly input: AddEvidence }
  | { readonly kind: 'add_evidence'; readonly input: AddEvidence }
  | { readonly kind: 'offer'; readonly input: MakeOffer }
  | { readonly kind: 'accept_offer'; readonly offerId: string; readonly key: string }
  | { readonly kind: 'decline_offer'; readonly offerId: string }
  | { readonly kind: 'accept_recommendation'; readonly key: string }
  | { readonly kind: 'appeal'; readonly grounds: string }
  | { readonly kind: 'close_evidence' | 'escalate' | 'withdraw' };
