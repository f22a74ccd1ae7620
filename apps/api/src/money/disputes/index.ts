export { disputeEvents, type DisputeEvent } from './domain/disputes.events';
export { DisputesOf, type DisputeStanding } from './queries/disputes-of';
