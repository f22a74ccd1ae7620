import { RouteConfig } from '@nestjs/platform-fastify';
import type { Refusing } from './problems';

interface Protocol extends Refusing {
  readonly mediaType: string;
}

/** A route of a protocol with a media type and refusals of its own; it takes plain JSON as well. */
export const Speaks = ({ mediaType, refusedAs }: Protocol) =>
  RouteConfig({ takes: [mediaType, 'application/json'], refusedAs });
