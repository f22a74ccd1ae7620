export { identityEvents, type IdentityEvent } from './domain/identities.events';
