import { inject, Service } from '@angular/core';
import type { Money } from '@money';
import { contractView } from '@wire/contracts';
import {
  type DeliverMilestone,
  released,
  type RequestChanges,
  stepUpLimitMinor,
} from '@wire/escrow';
import { checkout, deposits, depositView, type OpenDeposit } from '@wire/payments';
import { Api, nothing } from '@ui/app/api';
import { StepUp } from '@ui/step-up';

/** Which milestone of which contract. */
export interface Place {
  contractId: string;
  milestoneId: string;
}
const at = ({ contractId, milestoneId }: Place) =>
  `/escrow/${contractId}/milestones/${milestoneId}`;

@Service()
export class EscrowApi {
  private readonly api = inject(Api);
  private readonly stepUp = inject(StepUp);

  contract(contractId: string) {
    return this.api.get(`/contracts/${contractId}`, contractView);
  }
  openDeposit(input: OpenDeposit, idempotencyKey: string) {
    return this.api.post('/payments/deposits', input, checkout, { idempotencyKey });
  }
  deposit(depositId: string) {
    return this.api.get(`/payments/deposits/${depositId}`, depositView);
  }
  depositsOf({ contractId, milestoneId }: Place) {
    return this.api.get('/payments/deposits', deposits, { query: { contractId, milestoneId } });
  }
  deliver(place: Place, input: DeliverMilestone) {
    return this.api.post(`${at(place)}/deliver`, input, nothing);
  }
  requestChanges(place: Place, input: RequestChanges) {
    return this.api.post(`${at(place)}/request-changes`, input, nothing);
  }
  /** Larger amounts need a fresh proof; the same key goes with the repeated request. */
  release(place: Place, amount: Money, idempotencyKey: string) {
    const send = (proof: { stepUp?: string }) =>
      this.api.post(`${at(place)}/release`, { amount }, released, { idempotencyKey, ...proof });
    const surely = BigInt(amount.amountMinor) > stepUpLimitMinor;
    return this.stepUp.guard('release', send, { surely });
  }
}
