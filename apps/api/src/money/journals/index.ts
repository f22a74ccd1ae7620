export { ProposeJournal } from './commands/propose-journal';
export {
  journalEvents,
  periodEvents,
  type JournalEvent,
  type PeriodEvent,
} from './domain/journals.events';
