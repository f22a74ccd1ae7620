export { privacyEvents, type PrivacyEvent } from './domain/privacy.events';
