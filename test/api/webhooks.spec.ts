import { Deliver } from '../../apps/api/src/platform/webhooks/commands/deliver';
import { RequestContext } from '@kernel/context';
import { Forgetting } from '@kernel/forgetting';
import { createHmac } from 'node:crypto';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { TestApp } from '../support/app';
import { known, publishedJob, sentProposal, type Known } from '../support/market';
import { signedContract } from '../support/money';

interface Heard {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

let app: TestApp;
let server: Server;
let url: string;
let status: number;
let heard: Heard[];
let client: Known;
let provider: Known;
beforeAll(async () => {
  server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      heard.push({ headers: request.headers, body });
      response.writeHead(status).end('a secret of the receiver');
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const host = `localhost:${String((server.address() as AddressInfo).port)}`;
  url = `http://${host}/hook`;
  app = await TestApp.start({ OUTGOING_ALLOWED: host });
});
beforeEach(async () => {
  status = 204;
  heard = [];
  await app.database.query('delete from webhook_endpoints');
  await app.database.query('delete from rate_limits');
  client = await known(app, 'Clara Bauer', ['client']);
  provider = await known(app, 'Pavel Novak', ['provider'], { skills: ['angular'] });
});
afterAll(async () => {
  await app.stop();
  server.close();
});

const add = async (who: Known, events: readonly string[], to = url) => {
  const { status: answered, body } = await who.post('/api/webhooks/endpoints', { url: to, events });
  return { answered, body, id: String(body['id']), secret: String(body['secret']) };
};

interface Shown {
  readonly id: string;
  readonly type: string;
  readonly state: string;
  readonly attempts: number;
  readonly status: number | null;
  readonly problem: string | null;
}
const deliveries = async (who: Known, endpointId: string) =>
  (await who.get(`/api/webhooks/endpoints/${endpointId}/deliveries`)).body['items'] as Shown[];
const endpoint = async (who: Known) =>
  ((await who.get('/api/webhooks/endpoints')).body['items'] as Record<string, unknown>[])[0];

/** As the worker does with the job; a refusal that the queue would repeat is answered as false. */
const work = (id: string, isLast = false): Promise<boolean> =>
  app.app
    .get(RequestContext)
    .run({}, () => app.app.get(Deliver).deliver(id, isLast))
    .then(
      () => true,
      () => false,
    );
const workAll = async (who: Known, endpointId: string, isLast = false) => {
  for (const { id, state } of await deliveries(who, endpointId))
    if (state === 'waiting') await work(id, isLast);
};

/** As a receiver checks it, out of the specification. */
function isSignedWith(secret: string, { headers, body }: Heard): boolean {
  const signed = `${String(headers['webhook-id'])}.${String(headers['webhook-timestamp'])}.${body}`;
  const key = Buffer.from(secret.replace('whsec_', ''), 'base64');
  const expected = `v1,${createHmac('sha256', key).update(signed).digest('base64')}`;
  return String(headers['webhook-signature']).split(' ').includes(expected);
}

describe('a member', () => {
  it('is told what concerns them and they asked for, signed, once', async () => {
    const { id, secret, answered } = await add(client, ['proposal.received']);
    expect([answered, secret.startsWith('whsec_')]).toEqual([201, true]);
    await add(provider, ['proposal.received', 'contract.signed']);
    const jobId = await publishedJob(client);
    await sentProposal(provider, jobId);
    await app.settle();
    await app.settle();
    await workAll(client, id);
    expect(heard).toHaveLength(1);
    const [message] = heard as [Heard];
    expect(isSignedWith(secret, message)).toBe(true);
    expect(isSignedWith('whsec_AAAA', message)).toBe(false);
    expect(
      Math.abs(Number(message.headers['webhook-timestamp']) - Date.now() / 1_000),
    ).toBeLessThan(60);
    const said = JSON.parse(message.body) as { type: string; data: object };
    expect(said).toMatchObject({ type: 'proposal.received', data: { jobId } });
    const shown = await deliveries(client, id);
    expect(shown).toMatchObject([
      { id: message.headers['webhook-id'], state: 'delivered', status: 204, attempts: 1 },
    ]);
    expect(JSON.stringify(shown)).not.toContain('a secret of the receiver');
  });

  it('is told of a contract on both sides', async () => {
    const [one, two] = [
      await add(client, ['contract.signed']),
      await add(provider, ['contract.signed']),
    ];
    await signedContract(app, client, provider);
    await app.settle();
    expect(await deliveries(client, one.id)).toMatchObject([{ type: 'contract.signed' }]);
    expect(await deliveries(provider, two.id)).toMatchObject([{ type: 'contract.signed' }]);
  });

  it('sees the secret once, and what is theirs alone', async () => {
    const { id, secret } = await add(client, ['contract.signed']);
    const list = await client.get('/api/webhooks/endpoints');
    expect(JSON.stringify(list.body)).not.toContain(secret);
    const [row] = await app.database.query<{ secret: string }>(
      'select secret from webhook_endpoints',
    );
    expect(row?.secret).not.toContain(secret.slice(6));
    for (const path of ['rotate', 'test', 'enable'])
      expect((await provider.post(`/api/webhooks/endpoints/${id}/${path}`)).status).toBe(404);
    expect((await provider.delete(`/api/webhooks/endpoints/${id}`)).status).toBe(404);
    expect((await provider.get(`/api/webhooks/endpoints/${id}/deliveries`)).status).toBe(404);
    expect((await app.guest().get('/api/webhooks/endpoints')).status).toBe(401);
    expect((await app.guest().get('/api/webhooks/events')).status).toBe(200);
  });

  it('has ten endpoints at most, and none that leads inside', async () => {
    for (let count = 0; count < 10; count += 1) await add(client, ['contract.signed']);
    expect((await add(client, ['contract.signed'])).body).toMatchObject({
      code: 'webhooks.too_many',
    });
    for (const [to, why] of [
      ['http://example.com/', 'not_https'],
      ['https://169.254.169.254/latest', 'inside'],
      ['https://[::ffff:10.0.0.1]/', 'inside'],
      ['https://localhost/', 'inside'],
      ['nonsense', 'bad_address'],
    ] as const)
      expect((await add(provider, ['contract.signed'], to)).body).toMatchObject({
        code: 'webhooks.bad_url',
        facts: { why },
      });
  });

  it('who is gone is told nothing more', async () => {
    const { id } = await add(client, ['contract.signed']);
    await client.post(`/api/webhooks/endpoints/${id}/test`);
    await app.database.transaction((sql) => app.app.get(Forgetting).everywhere(sql, client.id));
    expect(await app.database.query('select 1 from webhook_deliveries')).toEqual([]);
  });
});

describe('a secret', () => {
  it('that is replaced signs for a day more', async () => {
    const { id, secret: former } = await add(client, ['contract.signed']);
    const { body } = await client.post(`/api/webhooks/endpoints/${id}/rotate`);
    const now = String(body['secret']);
    const ping = async () => {
      const sent = await client.post(`/api/webhooks/endpoints/${id}/test`);
      await work(String(sent.body['id']));
      const message = heard.at(-1) as Heard;
      return [isSignedWith(now, message), isSignedWith(former, message)];
    };
    expect(await ping()).toEqual([true, true]);
    await app.passDays(2);
    expect(await ping()).toEqual([true, false]);
  });
});

describe('an endpoint that does not take it', () => {
  const ping = async (id: string) =>
    String((await client.post(`/api/webhooks/endpoints/${id}/test`)).body['id']);

  it('is tried again, and given up on at the last attempt; a person can send it once more', async () => {
    const { id } = await add(client, ['contract.signed']);
    const sent = await ping(id);
    status = 500;
    expect(await work(sent)).toBe(false);
    expect(await deliveries(client, id)).toMatchObject([
      { state: 'waiting', attempts: 1, status: 500 },
    ]);
    expect(await work(sent, true)).toBe(false);
    expect(await deliveries(client, id)).toMatchObject([{ state: 'failed', attempts: 2 }]);
    status = 204;
    expect((await provider.post(`/api/webhooks/deliveries/${sent}/replay`)).status).toBe(404);
    expect((await client.post(`/api/webhooks/deliveries/${sent}/replay`)).status).toBe(204);
    expect(await work(sent)).toBe(true);
    const ids = heard.map(({ headers }) => headers['webhook-id']);
    expect(new Set(ids)).toEqual(new Set([sent]));
    expect(await deliveries(client, id)).toMatchObject([{ state: 'delivered', attempts: 3 }]);
    expect(await endpoint(client)).toMatchObject({ failingSince: null });
  });

  it('is left alone after five days without success, and its owner is told', async () => {
    const { id } = await add(client, ['contract.signed']);
    const sent = await ping(id);
    status = 503;
    await work(sent);
    await app.passDays(4);
    await work(sent);
    expect(await endpoint(client)).toMatchObject({ disabledFor: null });
    await app.passDays(1);
    expect(await work(sent)).toBe(true);
    expect(await endpoint(client)).toMatchObject({ disabledFor: 'failing' });
    await app.settle();
    const mails = await app.database.query(
      `select 1 from mail_log where account_id = $1 and kind = 'webhook_disabled'`,
      [client.id],
    );
    expect(mails).toHaveLength(1);
    expect((await client.post(`/api/webhooks/deliveries/${sent}/replay`)).body).toMatchObject({
      code: 'webhooks.disabled',
    });
    await client.post(`/api/webhooks/endpoints/${id}/enable`);
    expect((await client.post(`/api/webhooks/deliveries/${sent}/replay`)).status).toBe(204);
  });

  it('is left alone at once when it says that it is gone', async () => {
    const { id } = await add(client, ['contract.signed']);
    status = 410;
    expect(await work(await ping(id))).toBe(true);
    expect(await endpoint(client)).toMatchObject({ disabledFor: 'gone' });
    const later = await ping(id);
    await work(later);
    const dropped = (await deliveries(client, id)).find((one) => one.id === later);
    expect(dropped).toMatchObject({ state: 'dropped' });
  });

  it('says why when nobody answered, and nothing of what is inside', async () => {
    const { id } = await add(client, ['contract.signed'], 'https://nobody.invalid/');
    await work(await ping(id));
    expect((await deliveries(client, id))[0]).toMatchObject({
      status: null,
      problem: 'unresolved',
    });
  });
});

describe('the console', () => {
  it('shows to whom what went without what was said, and sends it again', async () => {
    const { id } = await add(client, ['contract.signed']);
    const { body: sent } = await client.post(`/api/webhooks/endpoints/${id}/test`);
    status = 500;
    await work(String(sent['id']), true);
    const operator = await known(app, 'Olga Ops', ['superadmin']);
    const { body } = await operator.get('/api/admin/webhooks/deliveries?state=failed');
    expect(body['items']).toMatchObject([
      { id: sent['id'], type: 'ping', owner: { name: 'Clara Bauer' }, host: new URL(url).host },
    ]);
    expect(JSON.stringify(body)).not.toContain('payload');
    const again = `/api/admin/webhooks/deliveries/${String(sent['id'])}/replay`;
    expect((await client.post(again)).status).toBe(403);
    expect((await operator.post(again)).status).toBe(204);
  });
});
