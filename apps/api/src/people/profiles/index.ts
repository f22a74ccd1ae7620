export { NamesOf } from './queries/names-of';
