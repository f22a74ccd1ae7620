export { disputeEvents, type DisputeEvent } from './domain/disputes.events';
export { DisputeParties } from './queries/dispute-parties';
export { OutcomeOf, ReasonsOf } from './queries/outcome-of';
export { DisputesOf, type DisputeStanding } from './queries/disputes-of';
