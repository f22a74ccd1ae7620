export { ImportList } from './commands/import-list';
export { caseEvents, listEvents, reportEvents, ruleEvents } from './domain/screening.events';
export { OpenCaseSince } from './queries/open-case-since';
