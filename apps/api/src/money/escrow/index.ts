export { escrowEvents, type EscrowEvent } from './domain/escrow.events';
export { DeliveriesOf, type Delivery } from './queries/deliveries-of';
export { EscrowParties, type EscrowSides } from './queries/escrow-parties';
export { PriceOfFunding } from './queries/price-of-funding';
