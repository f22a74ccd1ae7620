import type { Scope } from '@wire/permissions';
import { every, guildhall, heard, Problem, WebhookVerificationError } from '../../libs/sdk';
import { signedHeaders } from '../../apps/api/src/platform/webhooks/domain/signing';
import { TestApp } from '../support/app';
import { clinicJob, inr } from '../support/market';
import { Member } from '../support/members';

let app: TestApp;
let url: string;
let owner: Member;
beforeAll(async () => {
  app = await TestApp.start();
  await app.app.listen(0, '127.0.0.1');
  url = await app.app.getUrl();
});
afterAll(() => app.stop());
beforeEach(async () => {
  await app.database.query('delete from rate_limits');
  owner = await Member.signedUp(app, ['client']);
});

async function keyFor(scopes: readonly Scope[]): Promise<string> {
  const wish = { name: 'Nightly import', scopes, days: 30 };
  const { body } = await owner.post('/api/api-keys', wish, owner.jar, owner.proof('api_key'));
  return String(body['key']);
}

/** The answers come first; then it is the real one. Tells what was sent. */
function flaky(...answers: (() => Response)[]) {
  const sent: string[] = [];
  const fetch = (request: Request): Promise<Response> => {
    sent.push(request.method);
    const answer = answers.shift();
    return answer ? Promise.resolve().then(answer) : globalThis.fetch(request);
  };
  return { sent, fetch };
}
const lost = (): never => {
  throw new TypeError('fetch failed');
};

describe('a program with a key and the SDK', () => {
  it('drafts, fills and publishes a job, and reads it again', async () => {
    const api = guildhall({ url, key: await keyFor(['jobs:read', 'jobs:write']) });
    const { data: draft } = await api.POST('/api/jobs', { body: { title: clinicJob.title } });
    const id = draft?.id ?? '';
    const { revision = 0 } = draft ?? {};
    const params = { path: { id } };
    await api.PUT('/api/jobs/{id}/draft', {
      params,
      body: { revision, draft: { ...clinicJob, category: 'web', budget: inr(100_000) } },
    });
    await api.POST('/api/jobs/{id}/publish', { params });
    const { data: job } = await api.GET('/api/jobs/{id}', { params });
    expect(job).toMatchObject({ title: clinicJob.title, status: 'published' });
  });

  it('reads a list to its end, page after page', async () => {
    const api = guildhall({ url, key: await keyFor(['jobs:write']) });
    for (const title of ['First', 'Second', 'Third'])
      await api.POST('/api/jobs', { body: { title } });
    const titles: string[] = [];
    const pages = every((after) =>
      api.GET('/api/jobs/mine', { params: { query: { limit: 1, ...(after && { after }) } } }),
    );
    for await (const { title } of pages) titles.push(title);
    expect(titles.sort()).toEqual(['First', 'Second', 'Third']);
  });

  it('gets a refusal as a problem with its code, its fields and where to find it', async () => {
    const api = guildhall({ url, key: await keyFor(['jobs:read']) });
    const refused = await api.POST('/api/jobs', { body: {} }).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(Problem);
    expect(refused).toMatchObject({
      ...{ code: 'request.forbidden', status: 403 },
      body: { correlationId: expect.stringMatching(/^[\w-]{8,64}$/) as string },
    });
    const writes = guildhall({ url, key: await keyFor(['jobs:write']) });
    const long = writes.POST('/api/jobs', { body: { title: 'x'.repeat(121) } });
    const { body } = (await long.catch((error: unknown) => error)) as Problem;
    expect(body).toMatchObject({ code: 'request.invalid', errors: [{ path: 'title' }] });
  });

  it('asks again when it is told to wait, or when no answer comes', async () => {
    const busy = () => new Response('', { status: 429, headers: { 'retry-after': '0' } });
    const { sent, fetch } = flaky(lost, busy);
    const api = guildhall({ url, fetch, key: await keyFor(['account:read']) });
    const { data } = await api.GET('/api/accounts/me');
    expect(data).toMatchObject({ id: owner.id });
    expect(sent).toEqual(['GET', 'GET', 'GET']);
  });

  it('never says a second time what may not be done twice, unless it was turned away', async () => {
    const key = await keyFor(['jobs:write']);
    const gone = flaky(lost);
    const api = guildhall({ url, key, fetch: gone.fetch });
    await expect(api.POST('/api/jobs', { body: {} })).rejects.toThrow('fetch failed');
    expect(gone.sent).toEqual(['POST']);
    const turned = flaky(() => new Response('', { status: 429, headers: { 'retry-after': '0' } }));
    const again = guildhall({ url, key, fetch: turned.fetch });
    expect((await again.POST('/api/jobs', { body: {} })).data?.id).toBeDefined();
    expect(turned.sent).toEqual(['POST', 'POST']);
  });
});

describe('what a webhook brings', () => {
  const secret = `whsec_${Buffer.alloc(24, 5).toString('base64')}`;
  const body = JSON.stringify({
    type: 'contract.signed',
    timestamp: '',
    data: { contractId: '1' },
  });
  const sentAt = (seconds: number) =>
    signedHeaders({ id: 'msg_1', timestamp: Math.floor(Date.now() / 1_000) - seconds, body }, [
      `whsec_${Buffer.alloc(24, 6).toString('base64')}`,
      secret,
    ]);

  it('is read when one of its signatures is right', () => {
    expect(heard(secret, sentAt(0), body)).toMatchObject({ type: 'contract.signed' });
  });

  it('is refused when it was changed, or is too old', () => {
    for (const [headers, text] of [
      [sentAt(0), body.replace('1', '2')],
      [sentAt(301), body],
    ] as const)
      expect(() => heard(secret, headers, text)).toThrow(WebhookVerificationError);
  });
});
