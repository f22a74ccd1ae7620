export { ApplyRetention } from './commands/apply-retention';
export { privacyEvents, type PrivacyEvent } from './domain/privacy.events';
export { ownPrivacyEvents, type OwnPrivacyEvent } from './domain/own-privacy.events';
