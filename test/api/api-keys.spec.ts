import { newApiKey } from '@kernel/api-key';
import { RequestContext } from '@kernel/context';
import { Forgetting } from '@kernel/forgetting';
import type { Scope } from '@wire/permissions';
import { TestApp, type Answer, type Caller } from '../support/app';
import { known } from '../support/market';
import { Member } from '../support/members';

let app: TestApp;
let owner: Member;
beforeAll(async () => (app = await TestApp.start({ KEY_REQUESTS_PER_MINUTE: '5' })));
beforeEach(async () => {
  await app.database.query('delete from rate_limits');
  owner = await Member.signedUp(app);
});
afterAll(() => app.stop());

const outcome = ({ status, body }: Answer) => [status, body['code']];
const invalid = [401, 'api_keys.invalid'];

interface Made {
  readonly id: string;
  readonly key: string;
  readonly by: Caller;
}

async function made(scopes: readonly Scope[], more: object = {}): Promise<Made> {
  const body = { name: 'Nightly export', scopes, days: 30, ...more };
  const answer = await owner.post('/api/api-keys', body, owner.jar, owner.proof('api_key'));
  expect(answer.status).toBe(201);
  const { id, key } = answer.body as { id: string; key: string };
  return { id, key, by: app.bearing(key, owner.id) };
}

const mine = async () =>
  (await owner.get('/api/api-keys')).body['items'] as Record<string, unknown>[];

describe('an API key', () => {
  it('is made by who showed just now that it is them, and by no key', async () => {
    const body = { name: 'Nightly export', scopes: ['jobs:read'], days: null };
    const refused = await owner.post('/api/api-keys', body);
    expect(outcome(refused)).toEqual([403, 'accounts.step_up_required']);
    const { by } = await made(['account:read', 'jobs:write']);
    const another = await by.post('/api/api-keys', body, owner.proof('api_key'));
    expect(outcome(another)).toEqual([403, 'request.forbidden']);
    expect(outcome(await by.get('/api/api-keys'))).toEqual([403, 'request.forbidden']);
  });

  it('is shown once, and kept as a hash', async () => {
    const { id, key } = await made(['account:read']);
    expect(key).toMatch(/^gh_test_[0-9A-Za-z]{38}$/);
    const [listed] = await mine();
    expect(listed).toMatchObject({ id, beginning: key.slice(0, 12), state: 'active' });
    expect(JSON.stringify(listed)).not.toContain(key);
    const kept = await app.database.query(
      `select 1 from api_keys k, record.events e where k::text like $1 or e.raw like $1`,
      [`%${key.slice(12)}%`],
    );
    expect(kept).toEqual([]);
  });

  it('is mailed about', async () => {
    await made(['account:read']);
    await app.settle();
    const mails = await app.database.query(
      `select 1 from mail_log where account_id = $1 and kind = 'api_key_created'`,
      [owner.id],
    );
    expect(mails).toHaveLength(1);
  });

  it('does what its scopes say, for its owner, and nothing else', async () => {
    const { by } = await made(['jobs:write']);
    const { status, body } = await by.post('/api/jobs', { title: 'From a program' });
    expect(status).toBe(201);
    const job = await owner.get(`/api/jobs/${String(body['id'])}`);
    expect(job.body).toMatchObject({ title: 'From a program' });
    expect(outcome(await by.get('/api/accounts/me'))).toEqual([403, 'request.forbidden']);
    expect(outcome(await by.get('/api/wallet'))).toEqual([403, 'request.forbidden']);
  });

  it('is never staff, whatever its owner is', async () => {
    const { by, id } = await made(['account:read']);
    await app.appoint(owner, 'client', 'superadmin');
    const become = jest.spyOn(app.app.get(RequestContext), 'become');
    expect((await by.get('/api/accounts/me')).status).toBe(200);
    const actor = { type: 'user', id: owner.id, roles: ['client'], via: `key:${id}` };
    expect(become).toHaveBeenCalledWith({ actor });
    become.mockRestore();
    expect(outcome(await by.get('/api/admin/accounts'))).toEqual([403, 'request.forbidden']);
    expect(outcome(await by.get('/api/admin/approvals'))).toEqual([403, 'request.forbidden']);
  });

  it('carries no second look: what asks for one is not done by it', async () => {
    const { by } = await made(['account:read', 'contracts:write']);
    const answer = await by.post('/api/payouts', {}, owner.proof('payout'));
    expect(outcome(answer)).toEqual([403, 'request.forbidden']);
  });

  it('is nobody where everybody may', async () => {
    const { by } = await made(['account:read']);
    const { body } = await by.post('/api/jobs', { title: 'x' });
    expect(body['code']).toBe('request.forbidden');
    expect((await by.get('/api/webhooks/events')).status).toBe(200);
  });
});

describe('a key that does not open', () => {
  it('is answered with 401 and its code on every route: mistyped, made up, revoked, over', async () => {
    const { by, id, key } = await made(['account:read']);
    expect((await by.get('/api/accounts/me')).status).toBe(200);
    const mistyped = app.bearing(key.replace(/.$/, (sign) => (sign === 'a' ? 'b' : 'a')));
    expect(outcome(await mistyped.get('/api/accounts/me'))).toEqual(invalid);
    expect(outcome(await mistyped.get('/api/webhooks/events'))).toEqual(invalid);
    expect(outcome(await app.bearing(newApiKey('test')).get('/api/accounts/me'))).toEqual(invalid);
    expect((await owner.delete(`/api/api-keys/${id}`)).status).toBe(204);
    expect(outcome(await by.get('/api/accounts/me'))).toEqual(invalid);
    const late = await made(['account:read']);
    await app.database.query(
      `update api_keys set expires_at = now() - interval '1 second' where id = $1`,
      [late.id],
    );
    expect(outcome(await late.by.get('/api/accounts/me'))).toEqual(invalid);
    expect((await mine()).map(({ state }) => state)).toEqual(['expired', 'revoked']);
  });

  it('is not taken from a cookie', async () => {
    const { key } = await made(['account:read']);
    const answer = await app.guest().get('/api/accounts/me', { cookie: `gh_access=${key}` });
    expect(outcome(answer)).toEqual([401, 'request.unauthenticated']);
  });

  it('came from another network than it is bound to', async () => {
    const near = await made(['account:read'], { networks: ['127.0.0.0/8'] });
    expect((await near.by.get('/api/accounts/me')).status).toBe(200);
    const far = await made(['account:read'], { networks: ['203.0.113.0/24', '2001:db8::/32'] });
    expect(outcome(await far.by.get('/api/accounts/me'))).toEqual([
      403,
      'api_keys.address_refused',
    ]);
  });

  it('belongs to somebody who is gone', async () => {
    const { by } = await made(['account:read']);
    await app.database.transaction((sql) => app.app.get(Forgetting).everywhere(sql, owner.id));
    expect(outcome(await by.get('/api/accounts/me'))).toEqual(invalid);
  });
});

describe('a key in use', () => {
  it('says when it was used last and from where, and writes that once a minute', async () => {
    const { by, id } = await made(['account:read']);
    expect((await mine())[0]).toMatchObject({ lastUsedAt: null, lastAddress: null });
    await by.get('/api/accounts/me');
    await app.database.query('select pg_sleep(0.05)');
    expect((await mine())[0]).toMatchObject({ id, lastAddress: '127.0.0.1' });
    await app.database.query('update api_keys set last_used_at = null where id = $1', [id]);
    await by.get('/api/accounts/me');
    expect((await mine())[0]).toMatchObject({ lastUsedAt: null });
  });

  it('has requests of its own: one key that runs wild stops neither its owner nor another key', async () => {
    const wild = await made(['account:read']);
    const calm = await made(['account:read']);
    const answers: number[] = [];
    for (let sent = 0; sent < 6; sent += 1)
      answers.push((await wild.by.get('/api/accounts/me')).status);
    expect(answers).toEqual([200, 200, 200, 200, 200, 429]);
    expect((await calm.by.get('/api/accounts/me')).status).toBe(200);
    expect((await owner.get('/api/accounts/me')).status).toBe(200);
  });

  it('is replaced while both go on for the hours that were said', async () => {
    const old = await made(['account:read'], { networks: ['127.0.0.1'] });
    const path = `/api/api-keys/${old.id}/rotate`;
    expect(outcome(await owner.post(path, {}))).toEqual([403, 'accounts.step_up_required']);
    const proof = owner.proof('api_key');
    const { body } = await owner.post(path, { overlapHours: 2 }, owner.jar, proof);
    const fresh = app.bearing(String(body['key']));
    expect((await fresh.get('/api/accounts/me')).status).toBe(200);
    expect((await old.by.get('/api/accounts/me')).status).toBe(200);
    const [now, before] = await mine();
    expect(now).toMatchObject({ name: 'Nightly export', networks: ['127.0.0.1/32'] });
    expect(before).toMatchObject({ id: old.id, rotated: true, state: 'active' });
    const until = new Date(String(before?.['expiresAt'])).getTime() - Date.now();
    expect(Math.round(until / 3_600_000)).toBe(2);
    const again = await owner.post(path, {}, owner.jar, proof);
    expect(outcome(again)).toEqual([409, 'api_keys.ended']);
  });

  it('may be replaced at once, where it has leaked', async () => {
    const old = await made(['account:read']);
    const proof = owner.proof('api_key');
    await owner.post(`/api/api-keys/${old.id}/rotate`, { overlapHours: 0 }, owner.jar, proof);
    expect(outcome(await old.by.get('/api/accounts/me'))).toEqual(invalid);
  });
});

describe('a service account', () => {
  const opened = async () =>
    String((await owner.post('/api/api-keys/services', { name: 'CI' })).body['id']);

  it('acts for its owner under a name of its own in the record', async () => {
    const serviceId = await opened();
    const { by } = await made(['jobs:write'], { serviceId });
    await by.post('/api/jobs', { title: 'From a service' });
    const [row] = await app.database.query<{ actor: object }>(
      `select e.raw::jsonb -> 'metadata' -> 'actor' as actor from record.events e
        where e.raw::jsonb -> 'metadata' -> 'actor' ->> 'via' = $1 limit 1`,
      [`service:${serviceId}`],
    );
    expect(row?.actor).toEqual({ type: 'user', id: owner.id, via: `service:${serviceId}` });
  });

  it('ends with all of its keys', async () => {
    const serviceId = await opened();
    const { by } = await made(['account:read'], { serviceId });
    expect((await by.get('/api/accounts/me')).status).toBe(200);
    expect((await owner.delete(`/api/api-keys/services/${serviceId}`)).status).toBe(204);
    expect(outcome(await by.get('/api/accounts/me'))).toEqual(invalid);
    const body = { name: 'Late', scopes: ['account:read'], days: null, serviceId };
    const late = await owner.post('/api/api-keys', body, owner.jar, owner.proof('api_key'));
    expect(outcome(late)).toEqual([404, 'api_keys.not_found']);
  });
});

describe('keys of others', () => {
  it('are not there', async () => {
    const { id } = await made(['account:read']);
    const other = await Member.signedUp(app);
    expect(outcome(await other.delete(`/api/api-keys/${id}`))).toEqual([404, 'api_keys.not_found']);
    const proof = other.proof('api_key');
    const rotated = await other.post(`/api/api-keys/${id}/rotate`, {}, other.jar, proof);
    expect(outcome(rotated)).toEqual([404, 'api_keys.not_found']);
  });

  it('are seen without addresses and revoked by staff, and their owner is told', async () => {
    const { id, by } = await made(['account:read']);
    const admin = await known(app, 'Ada', ['superadmin']);
    const { body } = await admin.get(`/api/admin/api-keys?owner=${owner.id}&state=active`);
    const [row] = body['items'] as Record<string, unknown>[];
    expect(row).toMatchObject({ id, owner: { id: owner.id, name: 'Layla Haddad' } });
    expect(row).not.toHaveProperty('lastAddress');
    expect((await admin.delete(`/api/admin/api-keys/${id}`)).status).toBe(204);
    expect(outcome(await by.get('/api/accounts/me'))).toEqual(invalid);
    await app.settle();
    const mails = await app.database.query(
      `select 1 from mail_log where account_id = $1 and kind = 'api_key_revoked'`,
      [owner.id],
    );
    expect(mails).toHaveLength(1);
  });
});
