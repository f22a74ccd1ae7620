export { accessEvents, type AccessEvent } from './domain/access.events';
