export { Sequencer } from './commands/sequence-events';
export { LooksAt, type LookAt } from './queries/looks-at';
export { auditEvents, logEvents, staffEvents } from './domain/audit.events';
