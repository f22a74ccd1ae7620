export { reviewEvents, type ReviewEvent } from './domain/reviews.events';
