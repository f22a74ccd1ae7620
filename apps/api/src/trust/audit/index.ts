export { Sequencer } from './commands/sequence-events';
export { auditEvents, logEvents, staffEvents } from './domain/audit.events';
