export { paidFor, takeable, takeBack, unfreeze } from './domain/chargeback';
export { escrow } from './domain/escrow';
export { FreezeMilestones, type Opening } from './commands/freeze-milestones';
export { escrowEvents, type EscrowEvent } from './domain/escrow.events';
export { DeliveriesOf, type Delivery } from './queries/deliveries-of';
export { EscrowParties, type EscrowSides } from './queries/escrow-parties';
export { PriceOfFunding } from './queries/price-of-funding';
export { DisputableOf, type Disputable } from './queries/disputable-of';
export { EffectOf, PartsOf, type Effect, type Parts } from './queries/effect-of';
