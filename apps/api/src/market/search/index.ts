export { searchEvents, type SearchEvent } from './domain/search.events';
export { SearchName } from './queries/search-name';
