export { journalEvents, type JournalEvent } from './domain/journals.events';
