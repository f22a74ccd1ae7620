export { paymentEvents, type PaymentEvent } from './domain/payments.events';
export { goodwillEvents, type GoodwillEvent } from './domain/payments.events';
