export { ObserveChargeback } from './commands/observe-chargeback';
export { chargebackEvents, type ChargebackEvent } from './domain/chargebacks.events';
