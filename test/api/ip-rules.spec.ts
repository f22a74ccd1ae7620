import { RuleWatch } from '../../apps/api/src/platform/surface/adapters/rule-watch';
import { agreed, key, shownTo } from '../support/approvals';
import { TestApp } from '../support/app';
import { known, type Known } from '../support/market';

let app: TestApp;
let operator: Known;
let second: Known;
beforeAll(async () => {
  app = await TestApp.start();
  operator = await known(app, 'Olga Ops', ['superadmin']);
  second = await known(app, 'Cora Lind', ['compliance']);
});
afterAll(() => app.stop());
beforeEach(async () => {
  await app.database.query('delete from ip_rules');
  await app.app.get(RuleWatch).load();
});

const rule = (network: string, more: object = {}) => ({
  network,
  reason: 'attack',
  note: 'Guesses passwords.',
  expiresAt: null,
  ...more,
});
const add = (input: object, by = operator, headers: Record<string, string> = key()) =>
  by.post('/api/admin/ip-rules', input, headers);
const from = (address: string) =>
  app.guest().get('/api/search/jobs', { 'x-forwarded-for': address });

/** As every process does by itself within two seconds. */
const inForce = () => app.app.get(RuleWatch).load();

describe('somebody who is kept out', () => {
  it('is told so with a case id, on every route but those that watch over the process', async () => {
    const { body } = await add(rule('203.0.113.0/24'));
    await inForce();
    const { status, body: refusal, headers } = await from('203.0.113.77');
    expect([status, refusal['code']]).toEqual([403, 'request.address_blocked']);
    const caseId = (refusal['facts'] as { caseId: string }).caseId;
    expect(caseId).toMatch(/^IP-[0-9A-F]{8}$/);
    expect(refusal['correlationId']).toBe(headers['x-correlation-id']);
    const address = { 'x-forwarded-for': '203.0.113.77' };
    expect((await app.guest().get('/api/nowhere', address)).status).toBe(403);
    expect((await app.guest().get('/api/surface/standing', address)).status).toBe(403);
    expect((await app.guest().get('/health/live', address)).status).toBe(200);
    const { body: list } = await operator.get('/api/admin/ip-rules?state=active');
    expect(list['items']).toMatchObject([
      { id: body['id'], caseId, network: '203.0.113.0/24', by: { name: 'Olga Ops' } },
    ]);
  });

  it('is nobody else: not the neighbour, nor who only claims to come from there', async () => {
    await add(rule('203.0.113.0/24'));
    await add(rule('2001:db8:7::/48'));
    await inForce();
    expect((await from('203.0.114.1')).status).toBe(200);
    expect((await from('2001:db8:7:1::9')).status).toBe(403);
    expect((await from('::ffff:203.0.113.1')).status).toBe(403);
    // The proxy adds whom it hears; what stands before that is the caller's own claim.
    expect((await from('198.51.100.1, 203.0.113.1')).status).toBe(403);
    expect((await from('203.0.113.1, 198.51.100.1')).status).toBe(200);
  });

  it('is let in again when a person lifts the rule, and when its time is over', async () => {
    const { body } = await add(rule('203.0.113.0/24'));
    const soon = new Date(Date.now() + 86_400_000).toISOString();
    await add(rule('198.51.100.0/24', { expiresAt: soon }));
    await inForce();
    const lift = () => operator.post(`/api/admin/ip-rules/${String(body['id'])}/lift`);
    expect((await lift()).status).toBe(204);
    expect(await lift()).toMatchObject({ status: 404, body: { code: 'surface.no_such_rule' } });
    await inForce();
    expect((await from('203.0.113.1')).status).toBe(200);
    expect((await from('198.51.100.1')).status).toBe(403);
    await app.passDays(2);
    await inForce();
    expect((await from('198.51.100.1')).status).toBe(200);
    const { body: list } = await operator.get('/api/admin/ip-rules');
    const states = (list['items'] as { state: string }[]).map(({ state }) => state);
    expect(states.toSorted()).toEqual(['expired', 'lifted']);
  });

  it('leaves a fact for the audit, without the address', async () => {
    const { body } = await add(rule('203.0.113.5'));
    await operator.post(`/api/admin/ip-rules/${String(body['id'])}/lift`);
    const facts = await app.database.query<{ type: string; raw: string }>(
      'select type, raw from record.events where stream = $1 order by version',
      [`surface-${String(body['id'])}`],
    );
    expect(facts.map(({ type }) => type)).toEqual(['IpRuleAdded', 'IpRuleLifted']);
    expect(JSON.stringify(facts)).not.toContain('203.0.113');
    expect(JSON.stringify(facts)).toContain(operator.id);
  });
});

describe('a rule', () => {
  it('never keeps out the one who writes it', async () => {
    const here = { ...key(), 'x-forwarded-for': '192.0.2.7' };
    const { status, body } = await add(rule('192.0.2.0/24'), operator, here);
    expect([status, body['code']]).toEqual([409, 'surface.would_block_you']);
  });

  it.each(['203.0.113.0/33', '203.0.113', '0xcb007100', '203.0.113.0/-1', '::/129', ''])(
    'is about a network: %p is none',
    async (network) => {
      expect(await add(rule(network))).toMatchObject({ status: 400 });
    },
  );

  it('is put once for one wish', async () => {
    const once = key();
    const [first, again] = [
      await add(rule('203.0.113.9'), operator, once),
      await add(rule('203.0.113.9'), operator, once),
    ];
    expect(again.body).toEqual(first.body);
    const { body } = await operator.get('/api/admin/ip-rules');
    expect(body['items']).toHaveLength(1);
  });

  it('about a whole region waits for a second person', async () => {
    const { status, body } = await add(rule('10.20.0.0/16'));
    expect([status, body['id']]).toEqual([200, null]);
    await app.settle();
    await inForce();
    expect((await from('10.20.3.4')).status).toBe(200);
    const approvalId = String(body['approvalId']);
    expect((await shownTo(operator, approvalId)).mayDecide).toBe(false);
    expect(await agreed(app, second, approvalId)).toBe('executed');
    await inForce();
    expect((await from('10.20.3.4')).status).toBe(403);
    const { body: list } = await operator.get('/api/admin/ip-rules');
    expect(list['items']).toMatchObject([{ approvalId, by: { id: operator.id } }]);
  });

  it('is written by operators, read by compliance, and nobody else', async () => {
    expect((await add(rule('203.0.113.9'), second)).status).toBe(403);
    expect((await second.get('/api/admin/ip-rules')).status).toBe(200);
    const support = await known(app, 'Sol Port', ['support']);
    expect((await support.get('/api/admin/ip-rules')).status).toBe(403);
  });
});

describe('what browsers report', () => {
  const report = (body: object, type: string) =>
    app.app.inject({
      method: 'POST',
      url: '/api/surface/reports',
      payload: JSON.stringify(body),
      headers: { 'content-type': type },
    });

  it('is counted without whose page it was, in the old way and the new', async () => {
    const page = 'https://market.test/contracts/019a0000-0000-7000-8000-000000000000?token=secret';
    const old = {
      'document-uri': page,
      'effective-directive': 'script-src',
      'blocked-uri': 'inline',
    };
    expect((await report({ 'csp-report': old }, 'application/csp-report')).statusCode).toBe(204);
    const body = { documentURL: page, effectiveDirective: 'script-src', blockedURL: 'inline' };
    const sent = [
      { type: 'csp-violation', body },
      { type: 'deprecation', body: {} },
    ];
    expect((await report(sent, 'application/reports+json')).statusCode).toBe(204);
    const { body: list } = await operator.get('/api/admin/reports');
    expect(list['items']).toMatchObject([
      { page: 'https://market.test/contracts/:id', directive: 'script-src', times: 2 },
    ]);
    expect(JSON.stringify(list)).not.toContain('secret');
  });

  it('is refused when it is none', async () => {
    expect((await report({ hello: 1 }, 'application/csp-report')).statusCode).toBe(400);
    expect((await report([], 'text/plain')).statusCode).toBe(415);
  });
});

describe('the secrets of the installation', () => {
  it('are known by name and origin, and by nothing else', async () => {
    const { body } = await operator.get('/api/admin/secrets');
    const names = (body['items'] as { name: string }[]).map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(['AUTH_SECRET', 'DATABASE_URL', 'PRIVACY_KEY']));
    expect(names).not.toContain('PUBLIC_URL');
    expect(JSON.stringify(body)).not.toMatch(/only these tests know|postgres:|webhook-secret/);
    expect((await second.get('/api/admin/secrets')).status).toBe(200);
    expect((await app.as(['support']).get('/api/admin/secrets')).status).toBe(403);
  });
});
