export { StepUp, type StepUpPurpose } from './adapters/step-up';
export { AppointStaff } from './commands/appoint-staff';
export { ConfirmAccount } from './commands/confirm-account';
export { RegisterAccount } from './commands/register-account';
export { accountEvents, type AccountEvent } from './domain/accounts.events';
export { CodeOf, type Code } from './queries/code-of';
export { ReadersOf, type Reader } from './queries/readers-of';
export { StaffOf, type Colleague } from './queries/staff-of';
export { StaffWho } from './queries/staff-who';
