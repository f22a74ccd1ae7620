import { RouteConfig } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Rejection } from '../reject';
import { InvalidRequest } from './schemas';

const json = 'application/json';
/** JSON under other names, for the routes that ask for it. */
const jsonToo = [
  'application/csp-report',
  'application/reports+json',
  'application/scim+json',
] as const;
const maxDepth = 20;
const maxItems = 1_000;

interface Taking {
  readonly takes?: readonly string[];
}

/** The media types of the body that a route takes instead of JSON; `*` is any. */
export const Takes = (...takes: string[]) => RouteConfig({ takes } satisfies Taking);

/**
 * Forms and plain text are what a page of another site can send without asking first, so a route
 * that takes JSON takes nothing else. Bodies that are built to exhaust whoever walks them are
 * refused before anything does.
 */
export function checkBodies(server: FastifyInstance): void {
  const parse = server.getDefaultJsonParser('error', 'error');
  server.addContentTypeParser([...jsonToo], { parseAs: 'string' }, parse);
  // Mail programs that end a subscription may send a form of many parts: its address says it all.
  server.addContentTypeParser('multipart/form-data', { parseAs: 'buffer' }, (_, __, done) => {
    done(null, {});
  });
  server.addHook('onRequest', (request, _, done) => {
    done(isTaken(request) ? undefined : new Rejection('request.unsupported_type'));
  });
  server.addHook('preValidation', (request, _, done) => {
    const code = excess(request.body) ?? excess(request.query);
    done(code && new InvalidRequest([{ path: '', code, message: code }]));
  });
}

function isTaken({ headers, routeOptions }: FastifyRequest): boolean {
  const sent = headers['content-type'];
  if (sent === undefined) return true;
  const { takes = [json] } = (routeOptions.config as Taking | undefined) ?? {};
  const mediaType = sent.split(';', 1)[0]?.trim().toLowerCase() ?? '';
  return takes.includes('*') || takes.includes(mediaType);
}

/** Walks without recursion: the body that overflows a stack is the one that is looked for. */
export function excess(body: unknown): 'too_deep' | 'too_many_items' | 'no_text' | undefined {
  const waiting: [value: unknown, depth: number][] = [[body, 0]];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const [value, depth] = next;
    // The database keeps no text with a null in it, and nobody types one.
    if (typeof value === 'string' && value.includes('\0')) return 'no_text';
    if (typeof value !== 'object' || value === null || isBytes(value)) continue;
    if (depth >= maxDepth) return 'too_deep';
    const items: unknown[] = Object.values(value);
    if (items.length > maxItems) return 'too_many_items';
    for (const item of items) waiting.push([item, depth + 1]);
  }
  return undefined;
}

/** A body that a route reads as a stream is none of ours. */
const isBytes = (value: object): boolean => value instanceof Uint8Array || 'pipe' in value;
