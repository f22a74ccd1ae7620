export { ObserveBankAccount } from './commands/add-bank-account';
export { ObservePayout } from './commands/observe-payout';
export { bankAccountEvents, type BankAccountEvent } from './domain/bank-accounts.events';
export { payoutEvents, type PayoutEvent } from './domain/payouts.events';
export { HasVerifiedBank } from './queries/has-verified-bank';
export { SameBanks } from './queries/same-banks';
