export { AskPasskey, WhoSigned } from './commands/ask-passkey';
export { ProveFactor, type Shown } from './commands/prove-factor';
export { factorEvents, type FactorEvent } from './domain/factors.events';
export { FactorsOf } from './queries/factors-of';
