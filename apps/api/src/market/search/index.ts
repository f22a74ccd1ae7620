export { searchEvents, type SearchEvent } from './domain/search.events';
