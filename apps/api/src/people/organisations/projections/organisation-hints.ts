import { Projection, type On } from '@kernel/consumers';
import { Wakeups } from '@kernel/wakeups';
import { Injectable } from '@nestjs/common';
import type { OrganisationEvent } from '../domain/organisations.events';

/** Tells who is asked and who waits that there is something to look at. */
@Injectable()
@Projection('organisation-hints')
export class OrganisationHints {
  constructor(private readonly wakeups: Wakeups) {}

  readonly on: On<OrganisationEvent> = {
    SpendingAsked: async ({ jobId, requesterId, approverIds }) =>
      this.tell(jobId, requesterId, ...approverIds),
    SpendingGranted: async ({ jobId, requesterId, by }) => this.tell(jobId, requesterId, by),
    SpendingRejected: async ({ jobId, requesterId, by }) => this.tell(jobId, requesterId, by),
  };

  private tell(jobId: string, ...accounts: readonly string[]): void {
    this.wakeups.tell('changed', `job:${jobId}`);
    for (const account of accounts) this.wakeups.tell('changed', `account:${account}`);
  }
}
