export { contractEvents, type ContractEvent } from './domain/contracts.events';
