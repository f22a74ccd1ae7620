import { adapter } from '@kernel/http/fastify';
import { certificateFiles, followCertificate, secured } from '@kernel/http/transport';
import { Outgoing } from '@kernel/outgoing';
import type { FastifyInstance } from 'fastify';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, request as ask, type Server } from 'node:https';
import { request as askPlainly } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { plainServer } from '../../libs/ui/server/secure';
import { onePage, webServer } from '../../libs/ui/server/web';
import { TestApp } from '../support/app';
import { Certificates, handshake } from '../support/certificates';

const publicUrl = 'https://market.test';
const socket = '/socket.io/?EIO=4&transport=websocket';
const upgrade = {
  headers: {
    connection: 'Upgrade',
    upgrade: 'websocket',
    'sec-websocket-version': '13',
    'sec-websocket-key': 'MTIzNDU2Nzg5MDEyMzQ1Ng==',
  },
};

let house: TestApp;
let ours: Certificates;
let root: string;
let pages: FastifyInstance;
let proxied: FastifyInstance;
beforeAll(async () => {
  house = await TestApp.start({ PUBLIC_URL: publicUrl, ADMIN_URL: 'https://desk.test' });
  await house.app.listen(0, '127.0.0.1');
  ours = new Certificates();
  root = mkdtempSync(join(tmpdir(), 'guildhall-tls-pages-'));
  writeFileSync(join(root, 'index.html'), '<!doctype html><html lang="en" dir="ltr"></html>');
  const page = await onePage(join(root, 'index.html'));
  const web = { root, page, publicUrl, apiUrl: await house.app.getUrl() };
  pages = await webServer({ ...web, certificate: ours.files });
  proxied = await webServer(web);
  for (const one of [pages, proxied]) await one.listen({ port: 0, host: '127.0.0.1' });
});
afterAll(async () => {
  await Promise.all([pages.close(), proxied.close()]);
  await house.stop();
  ours.remove();
  rmSync(root, { recursive: true });
});

const portOf = (one: FastifyInstance | Server): number => {
  const server = 'server' in one ? one.server : one;
  return (server.address() as AddressInfo).port;
};

interface Got {
  readonly status: number | undefined;
  readonly headers: Record<string, unknown>;
}
const got = (send: typeof ask, port: number, path: string, options = {}): Promise<Got> =>
  new Promise((done, failed) => {
    const of = { port, host: '127.0.0.1', path, servername: 'localhost', agent: false, ...options };
    send(of, (answer) => {
      answer.resume();
      done({ status: answer.statusCode, headers: answer.headers });
    })
      .on('upgrade', (answer, opened) => {
        opened.destroy();
        done({ status: answer.statusCode, headers: answer.headers });
      })
      .on('error', failed)
      .end();
  });
const overTls = (path: string) => got(ask, portOf(pages), path, { ca: ours.authority });
const plainly = (port: number, path: string, options = {}) => got(askPlainly, port, path, options);

describe('a server with a certificate', () => {
  it('speaks TLS by itself, and tells browsers to stay with it', async () => {
    const { status, headers } = await overTls('/jobs');
    expect(status).toBe(200);
    expect(headers['strict-transport-security']).toBe('max-age=31536000; includeSubDomains');
    expect((await overTls('/api/accounts/me')).status).toBe(401);
  });

  it.each(['TLSv1.2', 'TLSv1.3'] as const)('speaks %s', async (version) => {
    const options = { ca: ours.authority, minVersion: version, maxVersion: version };
    const seen = await handshake(portOf(pages), { ...options, servername: 'localhost' });
    expect(seen).toMatchObject({ protocol: version });
  });

  it.each([
    ['TLS 1.1', { minVersion: 'TLSv1', maxVersion: 'TLSv1.1' }],
    ['ciphers of yesterday', { maxVersion: 'TLSv1.2', ciphers: 'ECDHE-ECDSA-AES128-SHA' }],
  ] as const)('refuses %s', async (_, options) => {
    // A client of today would not even try: this one is told to.
    const ciphers = `${'ciphers' in options ? options.ciphers : 'ALL'}:@SECLEVEL=0`;
    const seen = await handshake(portOf(pages), { ca: ours.authority, ...options, ciphers });
    expect(seen).toMatchObject({ refused: expect.stringMatching(/ALERT/) as unknown });
  });

  it('is the api, too', async () => {
    const api = adapter('loopback', ours.files).getInstance<FastifyInstance>();
    api.get('/', (request) => ({ protocol: request.protocol }));
    await api.listen({ port: 0, host: '127.0.0.1' });
    expect((await got(ask, portOf(api), '/', { ca: ours.authority })).status).toBe(200);
    await api.close();
  });

  it('has a key with its certificate, or does not start', () => {
    expect(() => certificateFiles('a.pem', undefined)).toThrow('come together');
    expect(certificateFiles(undefined, '')).toBeUndefined();
  });
});

describe('what comes without TLS', () => {
  it.each([
    ['on the port beside it', () => plainServer(publicUrl)],
    ['from a proxy that says so', () => proxied],
  ])('%s is led to the page, and refused where programs ask', async (_, serverOf) => {
    const server = serverOf();
    const { statusCode, headers } = await server.inject('/jobs?q=logo');
    expect([statusCode, headers.location]).toEqual([308, 'https://market.test/jobs?q=logo']);
    for (const [method, url] of [
      ['GET', '/api/search/jobs'],
      ['POST', '/api/accounts/login'],
      ['POST', '/jobs'],
      ['GET', socket],
      ['GET', '/scim/v2/Users'],
    ] as const) {
      const refused = await server.inject({ method, url });
      expect([refused.statusCode, refused.json<{ code: string }>().code]).toEqual([
        403,
        'request.not_secure',
      ]);
      expect(refused.headers.location).toBeUndefined();
    }
  });

  it('is served where a trusted proxy had it over TLS', async () => {
    const headers = { 'x-forwarded-proto': 'https' };
    const { statusCode } = await proxied.inject({ url: '/jobs', headers });
    expect(statusCode).toBe(200);
  });

  it('is answered about the health of the process alone', async () => {
    expect((await proxied.inject('/health/live')).statusCode).toBe(200);
  });
});

describe('a socket', () => {
  it('is opened over TLS, by the page server’s word', async () => {
    expect((await got(ask, portOf(pages), socket, { ...upgrade, ca: ours.authority })).status).toBe(
      101,
    );
  });

  it('is refused without, at the pages and at the api itself', async () => {
    const api = Number(new URL(await house.app.getUrl()).port);
    expect((await plainly(portOf(proxied), socket, upgrade)).status).toBe(403);
    expect((await plainly(api, socket, upgrade)).status).toBe(400);
    const told = { headers: { ...upgrade.headers, 'x-forwarded-proto': 'https' } };
    expect((await plainly(api, socket, told)).status).toBe(101);
  });
});

describe('a certificate that is renewed', () => {
  it('is used from the next connection on, and one that fits no key is not', async () => {
    const own = new Certificates();
    const server = createServer(secured(own.files));
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    let heard: (what: string) => void = () => undefined;
    const next = () => new Promise<string>((done) => (heard = done));
    const stop = followCertificate(server, own.files, { everyMs: 20, say: (what) => heard(what) });
    const serial = async () => {
      const options = { ca: own.authority, servername: 'localhost' };
      return ((await handshake(portOf(server), options)) as { serial: string }).serial;
    };
    const before = await serial();
    const renewed = next();
    own.renew();
    expect(await renewed).toBe('The certificate was renewed.');
    const after = await serial();
    expect(after).not.toBe(before);
    const refused = next();
    writeFileSync(own.files.keyFile, readFileSync(ours.files.keyFile));
    expect(await refused).toContain('is not used');
    expect(await serial()).toBe(after);
    stop();
    server.close();
    own.remove();
  });
});

describe('what the house asks outside', () => {
  const usual = getCACertificates('default');
  const send = (server: Server, host = 'localhost') => {
    const to = `${host}:${String(portOf(server))}`;
    const outgoing = new Outgoing({ allowed: [to] });
    return outgoing.send(`https://${to}/`, { method: 'GET' }).then(({ status }) => status);
  };
  const answering = async ({ files }: Certificates): Promise<Server> => {
    const server = createServer(secured(files), (_, answer) => answer.end());
    await new Promise<void>((done) => server.listen(0, done));
    return server;
  };
  afterEach(() => setDefaultCACertificates(usual));

  it('has to show a certificate of an authority that is known, for the name that was asked', async () => {
    const theirs = new Certificates();
    setDefaultCACertificates([...usual, theirs.authority]);
    const [known, stranger] = [await answering(theirs), await answering(ours)];
    expect(await send(known)).toBe(200);
    await expect(send(stranger)).rejects.toMatchObject({ code: 'failed' });
    await expect(send(known, '127.0.0.2')).rejects.toMatchObject({ code: 'failed' });
    known.close();
    stranger.close();
    theirs.remove();
  });
});
