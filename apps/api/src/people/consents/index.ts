export { AgreedOnArrival } from './commands/agree';
export { consentEvents, type ConsentEvent } from './domain/consents.events';
