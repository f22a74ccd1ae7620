import type { FastifyInstance } from 'fastify';
import { demoSeed, read } from '../authenticator/authenticator';
import { sendPage } from '../page/page';
import type { Rooms } from '../rooms';
import { authenticatorRoom } from './authenticator-room';
import { bankRoom, type BankView } from './bank-room';
import { clockRoom } from './clock-room';
import { hooksRoom } from './hooks-room';
import { namesRoom } from './names-room';
import { mailboxRoom } from './mailbox-room';
import { phoneRoom } from './phone-room';
import { shell, type RoomName } from './shell';
import type { Markup } from '../page/html';

/** The pages on which people look at the outside world. */
export function consoleRoutes(app: FastifyInstance, rooms: Rooms): void {
  const page = (name: RoomName, title: string, body: Markup) =>
    shell({ name, title, body, offsetMs: rooms.clock.read().offsetMs });

  app.get<{ Querystring: { to?: string; mail?: string } }>('/', ({ query }, reply) => {
    const to = query.to?.trim() ?? '';
    const tag = to ? { tagPart: `|${to.toLowerCase()}|` } : {};
    const body = mailboxRoom({
      mails: rooms.mail.mails.list({ ...tag, limit: 50 }),
      opened: query.mail ? rooms.mail.mails.get(query.mail) : undefined,
      to,
      behaviour: rooms.mail.reads(),
      total: rooms.mail.mails.count(),
    });
    return sendPage(reply, page('mailbox', 'Mailbox', body));
  });
  app.get('/console/phone', (_request, reply) =>
    sendPage(reply, page('phone', 'Phone', phoneRoom(rooms.phone.texts.list({ limit: 50 })))),
  );
  app.get<{ Querystring: { seed?: string } }>('/console/authenticator', ({ query }, reply) => {
    const isKey = /^[A-Z2-7]{16,64}$/.test(query.seed ?? '');
    const reading = read(isKey ? (query.seed ?? '') : demoSeed);
    return sendPage(reply, page('authenticator', 'Authenticator', authenticatorRoom(reading)));
  });
  app.get('/console/bank', (_request, reply) =>
    sendPage(reply, page('bank', 'Bank and gateways', bankRoom(bankView(rooms)))),
  );
  app.get('/console/hooks', ({ host, protocol }, reply) => {
    const heard = rooms.hooks.heard.list({ limit: 50 });
    const view = { heard, inboxes: rooms.hooks.all(), address: `${protocol}://${host}` };
    return sendPage(reply, page('hooks', 'Webhooks', hooksRoom(view)));
  });
  app.get('/console/names', ({ host, protocol }, reply) => {
    const view = {
      texts: rooms.names.texts.list({ limit: 100 }),
      port: rooms.names.listeningPort,
      address: `${protocol}://${host}`,
      directory: rooms.issuers.settings.directory,
    };
    return sendPage(reply, page('names', 'Domains and directory', namesRoom(view)));
  });
  app.get('/console/clock', (_request, reply) =>
    sendPage(reply, page('clock', 'Clock', clockRoom(rooms.clock.read().offsetMs))),
  );
}

function bankView({ bank, payouts, orders, payments, webhooks, faults }: Rooms): BankView {
  return {
    accounts: bank.accounts(),
    transfers: bank.transfers.list({ limit: 30 }),
    payouts: payouts.files.list({ limit: 30 }),
    nextPayout: payouts.next.get(),
    orders: orders.files
      .list({ limit: 30 })
      .map((file) => ({ file, payments: payments.ofOrder(file.id) })),
    nextOrder: orders.next.get(),
    deliveries: webhooks.deliveries.list({ limit: 30 }),
    faults: faults.list(),
  };
}
