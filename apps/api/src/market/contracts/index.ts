export { contractEvents, type ContractEvent } from './domain/contracts.events';
export { ContractParties, type Parties } from './queries/contract-parties';
export { ContractTitle } from './queries/contract-title';
