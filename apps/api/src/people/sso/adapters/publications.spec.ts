import { Outgoing } from '@kernel/outgoing';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Publications } from './publications';

describe('what an issuer publishes', () => {
  const server = createServer((_, response) => void response.end('x'.repeat(100_000)));
  let host = '';
  beforeAll(async () => {
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    host = `127.0.0.1:${String((server.address() as AddressInfo).port)}`;
  });
  afterAll(() => server.close());

  it('is as long as that kind may be, and no longer', async () => {
    const publications = new Publications(new Outgoing({ allowed: [host] }));
    const lengthOf = async (size?: { maxBytes: number }) =>
      (await publications.read(`http://${host}/`, 'text/xml', size))?.length;
    await expect(lengthOf()).rejects.toMatchObject({
      code: 'sso.issuer_unreachable',
      detail: { why: 'too_large' },
    });
    expect(await lengthOf({ maxBytes: 200_000 })).toBe(100_000);
  });
});
