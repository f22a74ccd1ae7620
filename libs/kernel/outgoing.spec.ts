import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Outgoing, OutgoingRefused, type OutgoingOptions } from './outgoing';

const outside = '93.184.215.14';
const resolving =
  (...addresses: string[]) =>
  () =>
    Promise.resolve(
      addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
    );

/** Why it was refused. The resolver answers an outside address unless told otherwise. */
async function why(url: string, options: OutgoingOptions = {}): Promise<string> {
  const outgoing = new Outgoing({ resolve: resolving(outside), timeoutMs: 300, ...options });
  return outgoing.send(url, { method: 'GET' }).then(
    ({ status }) => `answered ${String(status)}`,
    (error: unknown) => (error instanceof OutgoingRefused ? error.code : String(error)),
  );
}

let server: Server | undefined;
afterEach(() => server?.close());

/** A server on this machine, allowed by name. */
async function local(answer: RequestListener): Promise<{ host: string; url: string }> {
  server = createServer(answer);
  await new Promise<void>((done) => server?.listen(0, '127.0.0.1', done));
  const host = `hook.test:${String((server.address() as AddressInfo).port)}`;
  return { host, url: `http://${host}/` };
}

describe('an address that a stranger wrote', () => {
  it.each([
    ['loopback', '127.0.0.1'],
    ['loopback in one number', '2130706433'],
    ['loopback in octal', '0177.0.0.1'],
    ['loopback in hexadecimal', '0x7f000001'],
    ['loopback cut short', '127.1'],
    ['nobody', '0.0.0.0'],
    ['a private network', '10.1.2.3'],
    ['a private network', '172.31.255.255'],
    ['a private network', '192.168.0.1'],
    ['a carrier', '100.64.0.1'],
    ["a cloud's metadata", '169.254.169.254'],
    ["a cloud's metadata, mapped", '[::ffff:169.254.169.254]'],
    ["a cloud's metadata in IPv6", '[fd00:ec2::254]'],
    ['loopback, mapped', '[::ffff:7f00:1]'],
    ['loopback of IPv6', '[::1]'],
    ['nobody in IPv6', '[::]'],
    ['loopback behind 6to4', '[2002:7f00:1::]'],
    ['loopback behind NAT64', '[64:ff9b::7f00:1]'],
    ['the same link', '[fe80::1]'],
    ['everybody', '224.0.0.1'],
    ['broadcast', '255.255.255.255'],
    ['this machine by name', 'localhost'],
    ['this machine by name and dot', 'localhost.'],
    ['a name of the house', 'db.internal'],
    ['full-width digits', '１２７.０.０.１'],
  ])('is not asked when it is %s: %s', async (_, host) => {
    expect(await why(`https://${host}/`)).toBe('inside');
  });

  it.each([
    ['http://example.com/', 'not_https'],
    ['ftp://example.com/', 'not_https'],
    ['file:///etc/passwd', 'not_https'],
    ['gopher://example.com/', 'not_https'],
    ['https://user:secret@example.com/', 'bad_address'],
    ['https://example.com/#part', 'bad_address'],
    ['//example.com/', 'bad_address'],
    ['', 'bad_address'],
  ])('is not asked when it is %p', async (url, code) => {
    expect(await why(url)).toBe(code);
  });

  it('is not asked when only one of its addresses is inside', async () => {
    const resolve = resolving(outside, '10.0.0.1');
    expect(await why('https://example.com/', { resolve })).toBe('inside');
    expect(await why('https://example.com/', { resolve: resolving('::ffff:10.0.0.1') })).toBe(
      'inside',
    );
    expect(await why('https://example.com/', { resolve: resolving() })).toBe('unresolved');
  });

  it('is resolved once: a name that changes its mind is asked where it was first', async () => {
    let answers = 0;
    const rebinding = () => {
      answers += 1;
      return Promise.resolve([{ address: answers === 1 ? outside : '127.0.0.1', family: 4 }]);
    };
    let asked = 0;
    const { url } = await local((_, response) => {
      asked += 1;
      response.end();
    });
    const port = new URL(url).port;
    // Nothing outside answers here; what counts is that nothing inside was asked.
    const code = await why(`https://rebind.example:${port}/`, { resolve: rebinding });
    expect(['too_slow', 'failed']).toContain(code);
    expect({ answers, asked }).toEqual({ answers: 1, asked: 0 });
  });

  it('reaches what is allowed by host and port, and not its neighbour', async () => {
    const { host, url } = await local((_, response) => response.writeHead(204).end());
    const resolve = resolving('127.0.0.1');
    expect(await why(url, { allowed: [host], resolve })).toBe('answered 204');
    expect(await why(`http://hook.test:1/`, { allowed: [host], resolve })).toBe('not_https');
    expect(await why(`https://hook.test:1/`, { allowed: [host], resolve })).toBe('inside');
  });
});

describe('an answer', () => {
  const resolve = resolving('127.0.0.1');
  const answered = async (answer: RequestListener, more: OutgoingOptions = {}) => {
    const { host, url } = await local(answer);
    return why(url, { allowed: [host], resolve, ...more });
  };

  it('that leads elsewhere is not followed', async () => {
    let asked = 0;
    const code = await answered((_, response) => {
      asked += 1;
      response.writeHead(302, { location: 'http://169.254.169.254/' }).end();
    });
    expect([code, asked]).toEqual(['answered 302', 1]);
  });

  it('is cut off when it is too long, in coming or in bytes', async () => {
    expect(await answered((_, response) => void response.write('x'))).toBe('too_slow');
    const flood: RequestListener = (_, response) => void response.end('x'.repeat(100_000));
    expect(await answered(flood)).toBe('too_large');
  });
});
