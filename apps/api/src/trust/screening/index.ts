export { FetchLists } from './commands/fetch-lists';
export { ImportList } from './commands/import-list';
export {
  caseEvents,
  listEvents,
  reportEvents,
  ruleEvents,
  type ListEvent,
} from './domain/screening.events';
export { OpenCaseSince } from './queries/open-case-since';
