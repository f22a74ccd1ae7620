export { surfaceEvents, type SurfaceEvent } from './domain/surface.events';
