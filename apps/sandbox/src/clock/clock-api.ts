import type { FastifyInstance } from 'fastify';
import { problem } from '../core/problem';
import type { Clock } from './clock';

interface Move {
  advanceMs?: number;
  set?: string;
  reset?: boolean;
}

const tenYearsMs = 10 * 366 * 86_400_000;

const moveSchema = {
  type: 'object',
  additionalProperties: false,
  minProperties: 1,
  maxProperties: 1,
  properties: {
    advanceMs: { type: 'integer', minimum: -tenYearsMs, maximum: tenYearsMs },
    set: { type: 'string', format: 'date-time' },
    reset: { const: true },
  },
};

export function clockApi(app: FastifyInstance, clock: Clock): void {
  const read = { says: 'The sandbox time and how far it is ahead of the real one.' };
  app.get('/clock', { config: read }, () => clock.read());
  app.get('/api/clock', { config: read }, () => clock.read());
  app.post<{ Body: Move }>(
    '/api/clock',
    {
      config: { says: 'Moves the clock: {advanceMs} or {set: ISO time} or {reset: true}.' },
      schema: { body: moveSchema },
    },
    ({ body }) => {
      if (body.reset) clock.reset();
      if (body.advanceMs !== undefined) clock.advance(body.advanceMs);
      if (body.set !== undefined) clock.moveTo(new Date(body.set));
      if (Math.abs(clock.read().offsetMs) > tenYearsMs) {
        clock.reset();
        throw problem(400, 'clock.too_far', 'The clock moves ten years at most; it was reset.');
      }
      return clock.read();
    },
  );
}
