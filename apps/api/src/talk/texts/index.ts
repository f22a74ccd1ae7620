export { textEvents, type TextEvent } from './domain/texts.events';
