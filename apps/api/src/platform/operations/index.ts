export { Projections } from './queries/projections';
export { Queues } from './queries/queues';
