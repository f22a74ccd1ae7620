export { reviewEvents, type ReviewEvent } from './domain/reviews.events';
export { StarsGiven } from './queries/stars-given';
