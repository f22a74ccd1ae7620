import { randomUUID } from 'node:crypto';
import { Caller, type Answer } from './caller';
import { inr, MoneyJourney } from './money-journey';
import { Outside } from './outside';
import { OwnStack } from './own-stack';

jest.setTimeout(120_000);

let stack: OwnStack;
let outside: Outside;
let journey: MoneyJourney;
let stranger: Caller;
beforeAll(async () => {
  stack = await OwnStack.start();
  outside = new Outside(stack.sandbox);
  journey = new MoneyJourney(stack, 'input');
  await journey.agree(2);
  stranger = new Caller(stack.api, 'stranger@faults.test');
  await journey.enter(stranger, 'Stran Ger', ['client', 'provider']);
});
afterAll(() => stack.stop());

const nowhere = '019a0000-0000-7000-8000-000000000000';
const withKey = (key: string = randomUUID()) => ({ 'idempotency-key': key });

/** A refusal: its status, its stable code, and a correlation id that the header repeats. */
function isRefused(answer: Answer, status: number, code: string): void {
  expect({ status: answer.status, code: answer.body['code'] }).toEqual({ status, code });
  expect(answer.headers.get('content-type')).toContain('application/problem+json');
  expect(answer.body['correlationId']).toBeTruthy();
  expect(answer.body['correlationId']).toBe(answer.headers.get('x-correlation-id'));
}

describe('a request that does not fit', () => {
  it.each<[string, object]>([
    ['an unknown key', { title: 'A', boost: 10 }],
    ['a number for a text', { title: 7 }],
    ['money as a float', { budget: { amountMinor: 10.5, currency: 'INR' } }],
    ['money in an unknown currency', { budget: { amountMinor: '10', currency: 'XXX' } }],
    ['an id that is none', { attachments: ['1; drop table jobs'] }],
    ['a text without end', { description: 'x'.repeat(8_001) }],
  ])('is refused with its path: %s', async (_, body) => {
    const answer = await journey.client.post('/api/jobs', body);
    isRefused(answer, 400, 'request.invalid');
    expect((answer.body['errors'] as unknown[]).length).toBeGreaterThan(0);
  });

  it('is refused when it reaches for a prototype', async () => {
    const body = { title: 'A', constructor: { prototype: { admin: true } } };
    isRefused(await journey.client.post('/api/jobs', body), 400, 'request.invalid');
  });

  it('is refused when it is no JSON, and when it is too large', async () => {
    const headers = { 'content-type': 'application/json' };
    const send = async (body: string) => {
      const response = await fetch(`${stack.api}/api/jobs`, { method: 'POST', headers, body });
      return {
        status: response.status,
        body: (await response.json()) as Answer['body'],
        headers: response.headers,
      };
    };
    isRefused(await send('{"title":'), 400, 'request.invalid');
    isRefused(await send(JSON.stringify({ title: 'x'.repeat(2 ** 21) })), 413, 'request.too_large');
  });

  it('is refused from another site and from nobody', async () => {
    const evil = { origin: 'https://evil.test', 'sec-fetch-site': 'cross-site' };
    isRefused(await journey.client.post('/api/jobs', {}, evil), 403, 'request.cross_site');
    const nobody = new Caller(stack.api, 'nobody@faults.test');
    isRefused(await nobody.get('/api/wallet'), 401, 'request.unauthenticated');
  });
});

describe('what belongs to others', () => {
  it('is neither read nor moved', async () => {
    const { contractId, milestoneId } = journey.contract;
    const escrow = `/api/escrow/${contractId}/milestones/${milestoneId}`;
    isRefused(await stranger.get(`/api/contracts/${contractId}`), 404, 'contracts.not_found');
    isRefused(await stranger.get(`/api/contracts/${nowhere}`), 404, 'contracts.not_found');
    isRefused(
      await stranger.post(`${escrow}/deliver`, { note: 'Mine', files: [] }),
      404,
      'escrow.not_found',
    );
    const release = { amount: inr(2_000_000) };
    isRefused(
      await stranger.post(`${escrow}/release`, release, withKey()),
      404,
      'escrow.not_found',
    );
    const deposit = await stranger.post('/api/payments/deposits', journey.contract, withKey());
    expect([403, 404]).toContain(deposit.status);
    isRefused(await stranger.get('/api/admin/payouts'), 403, 'request.forbidden');
  });
});

describe('a stale revision', () => {
  it('is refused with the newer one, and loses nothing', async () => {
    const { client } = journey;
    const { body } = await client.post('/api/jobs', { title: 'First' });
    const path = `/api/jobs/${String(body['id'])}`;
    const save = (revision: number, title: string) =>
      client.send('PUT', `${path}/draft`, { revision, draft: { title } });
    expect((await save(1, 'Second')).status).toBe(200);
    const stale = await save(1, 'Third');
    isRefused(stale, 409, 'jobs.stale_draft');
    expect(stale.body['facts']).toMatchObject({ revision: 2 });
    expect((await client.get(path)).body).toMatchObject({ title: 'Second' });
  });
});

describe('a key of an intent', () => {
  it('is needed, says the same again, and never stands for something else', async () => {
    const { client, contract } = journey;
    const open = (body: object, headers: object) =>
      client.post('/api/payments/deposits', body, headers);
    isRefused(await open(contract, {}), 400, 'request.idempotency_key_missing');
    const once = withKey();
    const all = await Promise.all([
      open(contract, once),
      open(contract, once),
      open(contract, once),
    ]);
    const again = await open(contract, once);
    expect(new Set([...all, again].map(({ status }) => status))).toEqual(new Set([200]));
    expect(new Set([...all, again].map(({ body }) => body['depositId'])).size).toBe(1);
    isRefused(
      await open({ ...contract, milestoneId: journey.acknowledged['otherId'] }, once),
      422,
      'request.idempotency_key_reused',
    );
  });
});

describe('the words of the gateway', () => {
  it('count only when they are signed', async () => {
    const body = { event: 'payment.captured', payload: {} };
    const forged = await journey.client.post('/api/payments/webhooks/razorpay', body, {
      'x-razorpay-signature': '0'.repeat(64),
    });
    isRefused(forged, 401, 'payments.signature_invalid');
    const { attempt } = await outside.tell('POST', '/api/webhooks/forge', body);
    expect(attempt).toMatchObject({ status: 401 });
  });

  it('move the money once, however often and in whatever order they come', async () => {
    await outside.tell('PUT', '/api/razorpay/behaviour', { duplicate: 3, outOfOrder: true });
    await journey.fund();
    await journey.milestoneIs('funded');
    const deliveries = await outside.items<{ id: string }>('/api/webhooks?limit=100');
    const ids = deliveries.map(({ id }) => id);
    await outside.tell('POST', '/api/webhooks/reorder', { ids: [...ids, ...ids.toReversed()] });
    const rows = await stack.rows<{ type: string; count: number }>(
      `select type, count(*)::int from record.events
        where type in ('DepositCaptured', 'EscrowFunded') group by type order by type`,
    );
    expect(rows).toEqual([
      { type: 'DepositCaptured', count: 1 },
      { type: 'EscrowFunded', count: 1 },
    ]);
    expect(await journey.client.get(`/api/payments/deposits/${journey.depositId}`)).toMatchObject({
      body: { state: 'captured' },
    });
  });
});

describe('a release', () => {
  it('happens once for one key and for many', async () => {
    const { client, provider, contract } = journey;
    const place = `/api/escrow/${contract.contractId}/milestones/${contract.milestoneId}`;
    await provider.insist('POST', `${place}/deliver`, { note: 'Look.', files: [] });
    const release = (key: object, minor = 2_000_000) =>
      client.post(`${place}/release`, { amount: inr(minor) }, key);
    isRefused(await release(withKey(), 1_999_999), 422, 'escrow.amount_mismatch');
    const once = withKey();
    const same = await Promise.all([release(once), release(once), release(once)]);
    expect(same.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(new Set(same.map(({ body }) => JSON.stringify(body))).size).toBe(1);
    isRefused(await release(withKey()), 409, 'escrow.already_released');
    isRefused(await release(once, 1_000_000), 422, 'request.idempotency_key_reused');
  });
});

describe('a file', () => {
  const open = (name: string, mediaType: string, size: number) =>
    journey.provider.post('/api/files', { name, mediaType, size, purpose: 'delivery' });

  it('is refused when it is too large or of a kind that is not taken', async () => {
    const large = await open('film.mp4', 'video/mp4', 50 * 2 ** 20 + 1);
    expect([400, 413]).toContain(large.status);
    expect(JSON.stringify(large.body)).toContain('files.too_large');
    isRefused(await open('setup.exe', 'application/x-msdownload', 10), 415, 'files.type_refused');
  });

  it('is refused when it is not what it says', async () => {
    const bytes = Buffer.concat([Buffer.from('MZ\x90\0'), Buffer.alloc(100)]);
    const { body } = await open('holiday.png', 'image/png', bytes.length);
    const [part] = body['parts'] as { number: number; url: string }[];
    const sent = await fetch(new URL(part?.url ?? '', stack.api), { method: 'PUT', body: bytes });
    const parts = [{ number: 1, etag: sent.headers.get('etag') }];
    const answer = await journey.provider.post(`/api/files/${String(body['id'])}/complete`, {
      parts,
    });
    isRefused(answer, 415, 'files.disguised');
  });
});
