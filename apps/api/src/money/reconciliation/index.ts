export { DailyRuns } from './commands/daily-runs';
export { reconciliationEvents, type ReconciliationEvent } from './domain/reconciliation.events';
