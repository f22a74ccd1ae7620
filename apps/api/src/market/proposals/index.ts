export { proposalEvents, type ProposalEvent } from './domain/proposals.events';
export { OfferableProposal, type Offerable } from './queries/offerable-proposal';
