import { inject, Service } from '@angular/core';
import {
  type HandIn,
  onboardings,
  type OnboardingState,
  onboardingView,
  planPublished,
  plans,
  type PublishPlan,
  type ReviewTask,
} from '@wire/onboarding';
import { Api, nothing } from '@ui/app/api';

@Service()
export class OnboardingApi {
  private readonly api = inject(Api);

  plans(organisationId: string) {
    return this.api.get(`/organisations/${organisationId}/onboarding`, plans);
  }
  publish(organisationId: string, plan: PublishPlan) {
    return this.api.put(`/organisations/${organisationId}/onboarding`, plan, planPublished);
  }
  ours(organisationId: string, state?: OnboardingState, after?: string) {
    const query = { state, after };
    return this.api.get(`/organisations/${organisationId}/onboardings`, onboardings, { query });
  }
  mine(after?: string) {
    return this.api.get('/onboardings', onboardings, { query: { after } });
  }
  onboarding(id: string) {
    return this.api.get(`/onboardings/${id}`, onboardingView);
  }
  handIn(id: string, taskId: string, input: HandIn) {
    return this.api.post(`/onboardings/${id}/tasks/${taskId}/hand-in`, input, nothing);
  }
  review(id: string, taskId: string, verdict: ReviewTask) {
    return this.api.post(`/onboardings/${id}/tasks/${taskId}/review`, verdict, nothing);
  }
}
