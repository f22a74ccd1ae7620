export { consentEvents, type ConsentEvent } from './domain/consents.events';
