import type { FastifyInstance } from 'fastify';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** What the route does, in a sentence; it then appears in the index at /api. */
    says?: string;
  }
}

interface Entry {
  method: string;
  path: string;
  says: string;
  query?: unknown;
  body?: unknown;
}

/** The index is made of the routes themselves, so it cannot forget one. */
export function apiIndex(app: FastifyInstance): void {
  const entries: Entry[] = [];
  app.addHook('onRoute', ({ method, url, config, schema }) => {
    if (!config?.says || method === 'HEAD') return;
    entries.push({
      method: String(method),
      path: url,
      says: config.says,
      ...(schema?.querystring ? { query: schema.querystring } : {}),
      ...(schema?.body ? { body: schema.body } : {}),
    });
  });
  app.get('/api', { config: { says: 'This list.' } }, () => ({
    title: 'Guildhall sandbox',
    providers: {
      razorpay: '/razorpay/v1',
      checkout: 'POST /razorpay/v1/checkout/embedded',
      twilio: '/twilio/2010-04-01',
    },
    paths: entries,
  }));
}
