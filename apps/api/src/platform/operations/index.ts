export { Projections } from './queries/projections';
