import formbody from '@fastify/formbody';
import fastify, { type FastifyError, type FastifyInstance } from 'fastify';
import { authenticatorApi } from './authenticator/authenticator-api';
import { bankApi } from './bank/bank-api';
import { payoutRoutes, transactionRoutes } from './bank/routes';
import { checkoutRoutes } from './checkout/routes';
import { clockApi } from './clock/clock-api';
import { consoleRoutes } from './console/routes';
import { apiIndex } from './core/index-page';
import { identityRoutes } from './identity/routes';
import { facebookRoutes, issuersApi } from './issuers/facebook-routes';
import { openIdRoutes } from './issuers/openid-routes';
import { live } from './core/live';
import { problem, sendProblem } from './core/problem';
import type { Settings } from './core/settings';
import { listRoutes, listsApi } from './lists/routes';
import { faultsApi } from './faults/faults-api';
import { namesApi } from './names/names-api';
import { mailboxApi } from './mailbox/mailbox-api';
import { hookRoutes, hooksApi } from './hooks/routes';
import type { MailServer } from './mailbox/mail-server';
import { assets } from './page/assets';
import { phoneApi } from './phone/phone-api';
import { twilioRoutes } from './phone/routes';
import { gatewayApi } from './razorpay/behaviour-api';
import { disputesApi } from './razorpay/disputes-api';
import { historyApi } from './razorpay/history-api';
import { disputeRoutes, razorpayRoutes } from './razorpay/routes';
import { settlementRoutes, settlementsApi } from './razorpay/settlements-api';
import { registerApi, registerRoutes } from './register/routes';
import { createRooms, type Rooms } from './rooms';
import { samlApi, samlRoutes } from './saml/routes';
import { vaultRoutes } from './vault/routes';
import { webhooksApi } from './webhooks/webhooks-api';

export interface Sandbox {
  app: FastifyInstance;
  mail: MailServer;
  /** Listens on both ports; answers the address of the console. */
  start(): Promise<string>;
  stop(): Promise<void>;
}

export function createSandbox(settings: Settings): Sandbox {
  const rooms = createRooms(settings);
  const { store, alarms, bank, mail, stopping } = rooms;
  const app = createApp();
  jsonApis(app, rooms);
  consoleRoutes(app, rooms);
  providers(app, rooms, settings);

  return {
    app,
    mail,
    async start() {
      bank.open();
      await mail.start();
      await rooms.names.start();
      const address = await app.listen({ host: settings.host, port: settings.port });
      alarms.start();
      return address;
    },
    async stop() {
      stopping.abort();
      await alarms.stop();
      await Promise.all([app.close(), mail.stop(), rooms.names.stop()]);
      store.close();
    },
  };
}

function jsonApis(app: FastifyInstance, rooms: Rooms): void {
  const { store, bank, mail } = rooms;
  apiIndex(app);
  faultsApi(app, rooms.faults);
  assets(app);
  authenticatorApi(app);
  clockApi(app, rooms.clock);
  mailboxApi(app, mail);
  phoneApi(app, rooms.phone);
  webhooksApi(app, rooms.webhooks);
  hooksApi(app, rooms.hooks);
  issuersApi(app, rooms.issuers);
  samlApi(app, rooms.saml);
  namesApi(app, rooms.names);
  listsApi(app, rooms.lists);
  registerApi(app, rooms.companies);
  gatewayApi(app, rooms.orders, rooms.payments);
  disputesApi(app, rooms.disputes);
  historyApi(app, rooms.orders, rooms.payments, rooms.disputes);
  settlementsApi(app, rooms.settlements);
  bankApi(app, bank, rooms.payouts);
  live(app, store);
  const forget = { config: { says: 'Forgets everything.' } };
  app.delete('/api/state', forget, async (_request, reply) => {
    store.clear();
    bank.open();
    await mail.start();
    return reply.code(204).send();
  });
}

/** Every provider is a world of its own, with its own errors and its own keys. */
function providers(
  app: FastifyInstance,
  rooms: Rooms,
  { razorpay, twilio, identity, registerToken, publicUrl }: Settings,
): void {
  const mount = (prefix: string, routes: (inner: FastifyInstance) => void) =>
    app.register(
      (inner, _options, done) => {
        routes(inner);
        done();
      },
      { prefix },
    );
  const { orders, payments, refunds, beneficiaries, payouts, clock, bank } = rooms;
  const gateway = '/razorpay/v1';
  mount(gateway, (inner) => razorpayRoutes(inner, razorpay, orders, payments, refunds));
  mount(gateway, (inner) => disputeRoutes(inner, razorpay, rooms.disputes));
  mount(gateway, (inner) => payoutRoutes(inner, razorpay, beneficiaries, payouts, clock));
  mount(gateway, (inner) => transactionRoutes(inner, razorpay, bank, rooms.settlements));
  mount(gateway, (inner) => settlementRoutes(inner, razorpay, rooms.settlements));
  mount('', (inner) => checkoutRoutes(inner, rooms.checkout));
  mount('/identity', (inner) => identityRoutes(inner, identity, rooms.identity));
  mount('/register', (inner) => registerRoutes(inner, registerToken, rooms.companies));
  mount('/google', (inner) => openIdRoutes(inner, 'google', rooms.issuers));
  mount('/linkedin', (inner) => openIdRoutes(inner, 'linkedin', rooms.issuers));
  mount('/directory', (inner) => openIdRoutes(inner, 'directory', rooms.issuers));
  mount('/saml', (inner) => samlRoutes(inner, rooms.saml, publicUrl));
  mount('/facebook', (inner) => facebookRoutes(inner, rooms.issuers));
  mount('/lists', (inner) => listRoutes(inner, rooms.lists));
  mount('/hooks', (inner) => hookRoutes(inner, rooms.hooks));
  mount('/vault', (inner) => vaultRoutes(inner, rooms.vault));
  mount('/twilio', (inner) => twilioRoutes(inner, twilio, rooms.phone));
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
