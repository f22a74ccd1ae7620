import { inject, Service } from '@angular/core';
import { contractView } from '@wire/contracts';
import { contractReviews, type SubmitReview } from '@wire/reviews';
import { Api, nothing } from '@ui/app/api';

@Service()
export class ReviewsApi {
  private readonly api = inject(Api);

  contract(contractId: string) {
    return this.api.get(`/contracts/${contractId}`, contractView);
  }
  ofContract(contractId: string) {
    return this.api.get(`/contracts/${contractId}/reviews`, contractReviews);
  }
  submit(contractId: string, input: SubmitReview) {
    return this.api.post(`/contracts/${contractId}/reviews`, input, nothing);
  }
  reply(reviewId: string, text: string) {
    return this.api.post(`/reviews/${reviewId}/reply`, { text }, nothing);
  }
}
