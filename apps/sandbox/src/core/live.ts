import type { FastifyInstance } from 'fastify';
import type { Store } from './store';

/** Tells open pages that something changed; they fetch what they show again. */
export function live(app: FastifyInstance, store: Store): void {
  const config = { says: 'Server-sent events: `changed` with the kind of thing that changed.' };
  app.get('/api/live', { config }, (request, reply) => {
    reply.hijack();
    const { raw } = reply;
    raw.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
    raw.write('retry: 1000\n\n');
    const waiting = new Set<string>();
    const flush = () => {
      for (const kind of waiting) raw.write(`event: changed\ndata: ${kind}\n\n`);
      waiting.clear();
    };
    const note = (kind: string) => {
      if (waiting.size === 0) setTimeout(flush, 100).unref();
      waiting.add(kind);
    };
    store.changes.on('changed', note);
    request.raw.once('close', () => store.changes.off('changed', note));
  });
}
