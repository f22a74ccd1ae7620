export { ContractPage } from './queries/contract-page';
export { ContractParties, type Parties } from './queries/contract-parties';
export { ContractTitle, ContractTitles } from './queries/contract-title';
export { contractEvents, type ContractEvent } from './domain/contracts.events';
export { TradedWith } from './queries/traded-with';
export { WorkedWith, type Worked } from './queries/worked-with';
