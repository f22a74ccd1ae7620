import formbody from '@fastify/formbody';
import fastify, { type FastifyError, type FastifyInstance } from 'fastify';
import { Bank } from './bank/bank';
import { Checkout } from './checkout/checkout';
import { checkoutRoutes } from './checkout/routes';
import { Clock } from './clock/clock';
import { clockApi } from './clock/clock-api';
import { Alarms } from './core/alarms';
import { apiIndex } from './core/index-page';
import { live } from './core/live';
import { problem, sendProblem } from './core/problem';
import type { Settings } from './core/settings';
import { Store } from './core/store';
import { Faults } from './faults/faults';
import { faultsApi } from './faults/faults-api';
import { mailboxApi } from './mailbox/mailbox-api';
import { MailServer } from './mailbox/mail-server';
import { assets } from './page/assets';
import { gatewayApi } from './razorpay/behaviour-api';
import { Orders } from './razorpay/orders';
import { Payments } from './razorpay/payments';
import { Refunds } from './razorpay/refunds';
import { razorpayRoutes } from './razorpay/routes';
import { Webhooks } from './webhooks/webhooks';
import { webhooksApi } from './webhooks/webhooks-api';

export interface Sandbox {
  app: FastifyInstance;
  mail: MailServer;
  /** Listens on both ports; answers the address of the console. */
  start(): Promise<string>;
  stop(): Promise<void>;
}

export function createSandbox(settings: Settings): Sandbox {
  const store = new Store(settings.store);
  const app = createApp();
  const clock = new Clock(store);
  const alarms = new Alarms(store);
  const stopping = new AbortController();
  const webhooks = new Webhooks(store, alarms, clock, settings.razorpay, stopping.signal);
  const bank = new Bank(store, clock, settings.razorpay.payoutAccount);
  const orders = new Orders(store, clock);
  const payments = new Payments(store, orders, webhooks, bank, clock, alarms);
  const refunds = new Refunds(store, orders, payments, webhooks, bank, clock, alarms);
  const checkout = new Checkout(store, settings.razorpay, orders, payments, clock);
  const mail = new MailServer(store, settings.host, settings.smtpPort);

  apiIndex(app);
  faultsApi(app, new Faults(store));
  assets(app);
  clockApi(app, clock);
  mailboxApi(app, mail);
  webhooksApi(app, webhooks);
  gatewayApi(app, orders, payments);
  live(app, store);
  app.register(
    (gateway, _options, done) => {
      razorpayRoutes(gateway, settings.razorpay, orders, payments, refunds);
      done();
    },
    { prefix: '/razorpay/v1' },
  );
  app.register((pages, _options, done) => {
    checkoutRoutes(pages, checkout);
    done();
  });
  app.delete('/api/state', { config: { says: 'Forgets everything.' } }, async (_request, reply) => {
    store.clear();
    bank.open();
    await mail.start();
    return reply.code(204).send();
  });

  return {
    app,
    mail,
    async start() {
      bank.open();
      await mail.start();
      const address = await app.listen({ host: settings.host, port: settings.port });
      alarms.start();
      return address;
    },
    async stop() {
      stopping.abort();
      await alarms.stop();
      await Promise.all([app.close(), mail.stop()]);
      store.close();
    },
  };
}

function createApp(): FastifyInstance {
  const app = fastify({
    forceCloseConnections: true,
    ajv: { customOptions: { removeAdditional: false, coerceTypes: 'array' } },
  });
  app.register(formbody);
  app.setErrorHandler((error: FastifyError, _request, reply) => sendProblem(error, reply));
  app.setNotFoundHandler((_request, reply) =>
    sendProblem(problem(404, 'sandbox.not_found', 'The sandbox has no such address.'), reply),
  );
  // Any page in the browser can reach localhost; only pages of localhost may move the world.
  app.addHook('onRequest', async ({ method, url, headers }) => {
    if (method === 'GET' || !url.startsWith('/api')) return;
    if (headers['sec-fetch-site'] === 'cross-site') {
      throw problem(403, 'sandbox.cross_site', 'Other sites may not change the sandbox.');
    }
  });
  return app;
}
