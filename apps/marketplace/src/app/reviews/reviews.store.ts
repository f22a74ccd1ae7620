import {
  createActionGroup,
  createFeature,
  createReducer,
  emptyProps,
  on,
  props,
} from '@ngrx/store';
import type { ContractView } from '@wire/contracts';
import type { ContractReviews, SubmitReview } from '@wire/reviews';
import type { Problem } from '@ui/app/problem';

export const ReviewActions = createActionGroup({
  source: 'Reviews',
  events: {
    Opened: props<{ contractId: string }>(),
    Left: emptyProps(),
    Came: props<{ contract: ContractView; reviews: ContractReviews }>(),
    Missed: props<{ problem: Problem }>(),
    Submit: props<{ contractId: string; input: SubmitReview }>(),
    Reply: props<{ reviewId: string; text: string }>(),
    Submitted: emptyProps(),
    Replied: emptyProps(),
    Refused: props<{ problem: Problem }>(),
  },
});

interface ReviewsState {
  contract: ContractView | null;
  reviews: ContractReviews | null;
  missed: Problem | null;
  busy: boolean;
  problem: Problem | null;
}
const nothingYet: ReviewsState = {
  contract: null,
  reviews: null,
  missed: null,
  busy: false,
  problem: null,
};
const busy = (state: ReviewsState): ReviewsState => ({ ...state, busy: true, problem: null });

export const reviewsFeature = createFeature({
  name: 'reviews',
  reducer: createReducer(
    nothingYet,
    on(ReviewActions.opened, () => nothingYet),
    on(ReviewActions.came, (state, { contract, reviews }) => ({
      ...state,
      contract,
      reviews,
      missed: null,
    })),
    on(ReviewActions.missed, (state, { problem }) => ({ ...state, missed: problem })),
    on(ReviewActions.submit, ReviewActions.reply, busy),
    on(ReviewActions.submitted, ReviewActions.replied, (state) => ({ ...state, busy: false })),
    on(ReviewActions.refused, (state, { problem }) => ({ ...state, busy: false, problem })),
  ),
});
