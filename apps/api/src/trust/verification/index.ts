export { ConfirmIdentity } from './commands/confirm-identity';
export { verificationEvents, type VerificationEvent } from './domain/verification.events';
export { IdentityOf } from './queries/identity-of';
export { TierOf } from './queries/tier-of';
