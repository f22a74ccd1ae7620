export { poolEvents } from './domain/talent.events';
