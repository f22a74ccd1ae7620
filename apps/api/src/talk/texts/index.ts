export { afterRest } from './commands/rest';
export { textEvents, type TextEvent } from './domain/texts.events';
