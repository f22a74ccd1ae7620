export { paymentEvents, type PaymentEvent } from './domain/payments.events';
