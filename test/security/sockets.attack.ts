import { expect, test } from '@playwright/test';
import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { Server } from 'socket.io';
import { io, type Socket } from 'socket.io-client';
import { attack } from './attack';
import { logIn, valueOf } from './cookies';
import { forgeries } from './forgeries';
import { rows, scene, stack } from './scene';
import { addressOf } from './weak';

/** Lets everybody into every room, and says what it hears to all of them. */
async function openHouse(): Promise<string> {
  const server = createServer();
  const sockets = new Server(server);
  sockets.on('connection', (socket) => {
    const tell = (topic: unknown) => setTimeout(() => socket.emit('changed', { topic }), 10);
    socket.on('watch', (body: { topic?: string } | null) => tell(body?.topic));
  });
  return addressOf(server);
}

async function joined(target: string, headers: Record<string, string>): Promise<Socket | null> {
  const socket = io(target, {
    transports: ['websocket'],
    reconnection: false,
    forceNew: true,
    extraHeaders: headers,
  });
  const isOpen = await new Promise<boolean>((done) => {
    socket.once('connect', () => done(true));
    socket.once('connect_error', () => done(false));
    // Through the server of the pages, a refusal is a socket that is shut before it said a word.
    socket.io.engine.once('close', () => done(false));
  });
  return isOpen ? socket : null;
}

/** Changes something that the topic is about, so that whoever listens would hear of it. */
async function change(): Promise<void> {
  const { client, journey } = await scene();
  const text = { note: 'Something moved.', files: [] };
  await client.insist('POST', `/api/contracts/${journey.contract.contractId}/updates`, text);
}

/** Sockets are opened at the API, and by browsers at the servers of the pages. */
const houses = [stack.api, stack.marketplace, stack.admin];

interface Ear {
  readonly what: string;
  readonly headers: Record<string, string>;
}

async function hears({ headers }: Ear, target: string, topics: string[]): Promise<boolean> {
  const socket = await joined(target, headers);
  if (!socket) return false;
  const heard: string[] = [];
  socket.on('changed', ({ topic }: { topic: string }) => heard.push(topic));
  for (const topic of topics) socket.emit('watch', { topic });
  await pause(150);
  if (houses.includes(target)) await change();
  await pause(400);
  socket.close();
  return heard.length > 0;
}

test('nobody else hears what happens to a contract', async () => {
  const { journey, client, stranger } = await scene();
  const [who] = await rows<{ id: string }>('select id from accounts where email = $1', [
    client.email,
  ]);
  const topics = [
    `contract:${journey.contract.contractId}`,
    `account:${who?.id ?? ''}`,
    ...['reconciliation', 'alarms', '*', '', `contract:${journey.contract.contractId} `],
  ];
  const mine = (await logIn(client.email)).cookie;
  const access = valueOf(mine, 'gh_access');
  const theirs = (await logIn(stranger.email)).cookie;
  const ended = (await logIn(client.email)).cookie;
  await fetch(`${stack.api}/api/accounts/logout`, { method: 'POST', headers: { cookie: ended } });
  const origin = stack.marketplace;
  expect(
    await hears({ what: 'its own', headers: { origin, cookie: mine } }, stack.api, topics),
  ).toBe(true);
  const tries: Ear[] = [
    { what: 'a guest', headers: { origin } },
    { what: 'somebody else', headers: { origin, cookie: theirs } },
    { what: 'a session that was ended', headers: { origin, cookie: ended } },
    ...['https://evil.test', 'null', `${origin}.evil.test`].map((from) => ({
      what: `a page of ${from}`,
      headers: { origin: from, cookie: mine },
    })),
    ...forgeries(access)
      .filter(([what]) => !what.includes('for nobody'))
      .slice(0, 24)
      .map(([what, token]) => ({ what, headers: { origin, cookie: `gh_access=${token}` } })),
  ];
  const weak = await openHouse();
  const succeeds = (one: Ear, target: string) => hears(one, target, topics);
  // Forged tokens are for the API to tell; what the servers of pages pass on is who asks, and from where.
  for (const house of houses) {
    const told = house === stack.api ? tries : tries.slice(0, 6);
    expect(await attack({ tries: told, house, weak, succeeds })).toEqual([]);
  }
});

test('words that make no sense leave the house standing', async () => {
  const junk: unknown[] = [
    ...[null, 1, 'x', [], {}, { topic: {} }, { topic: null }, { topic: 'x'.repeat(100_000) }],
    ...[{ topic: ['account:1'] }, { __proto__: { admin: true } }, Buffer.alloc(1_000)],
  ];
  for (const one of junk) {
    const socket = await joined(stack.api, { origin: stack.marketplace });
    for (let round = 0; round < 20; round += 1) {
      socket?.emit('watch', one);
      socket?.emit(['watch', 'unwatch', 'subscribe', 'nothing'][round % 4] ?? '', randomUUID());
    }
    await pause(50);
    socket?.close();
  }
  expect((await fetch(`${stack.api}/health/live`)).status).toBe(200);
});
