import { TestApp } from '../support/app';

let app: TestApp;
const partner = 'https://partner.test';
beforeAll(async () => (app = await TestApp.start({ ALLOWED_ORIGINS: partner })));
afterAll(() => app.stop());

const raw = (body: string, contentType: string, url = '/api/accounts/login') =>
  app.app.inject({ method: 'POST', url, payload: body, headers: { 'content-type': contentType } });

describe('the surface', () => {
  it('answers an unknown address with a problem that can be traced', async () => {
    const { status, body, headers } = await app.guest().get('/api/nothing-here');
    expect(status).toBe(404);
    expect(headers['content-type']).toContain('application/problem+json');
    expect(body).toMatchObject({
      code: 'request.not_found',
      correlationId: headers['x-correlation-id'],
    });
  });

  it('sends the same safe headers with answers and refusals, and says nothing of what it is', async () => {
    const answers = await Promise.all(
      ['/health/live', '/api/nothing-here', '/api/wallet'].map((path) => app.guest().get(path)),
    );
    const kept = /^(content-security|cross-origin|origin-agent|permissions|referrer|strict|x-)/;
    for (const { headers } of answers) {
      const shown = Object.entries(headers).filter(
        ([name]) => kept.test(name) && name !== 'x-correlation-id',
      );
      expect(Object.fromEntries(shown)).toEqual({
        'content-security-policy':
          "default-src 'none';base-uri 'none';form-action 'none';frame-ancestors 'none'",
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-resource-policy': 'same-origin',
        'origin-agent-cluster': '?1',
        'permissions-policy':
          'accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), microphone=(), payment=(), usb=()',
        'referrer-policy': 'no-referrer',
        'strict-transport-security': 'max-age=31536000; includeSubDomains',
        'x-content-type-options': 'nosniff',
        'x-dns-prefetch-control': 'off',
        'x-download-options': 'noopen',
        'x-frame-options': 'DENY',
        'x-permitted-cross-domain-policies': 'none',
        'x-xss-protection': '0',
      });
    }
  });
});

describe('an answer', () => {
  it('is kept by nobody on the way', async () => {
    const kept = async (path: string) => (await app.guest().get(path)).headers['cache-control'];
    expect(await kept('/api/search/jobs')).toBe('no-store');
    expect(await kept('/api/accounts/me')).toBe('no-store');
    expect(await kept('/api/nothing-here')).toBe('no-store');
  });
});

describe('somebody who leaves', () => {
  it('leaves nothing in the browser', async () => {
    const { status, headers } = await app.guest().post('/api/accounts/logout');
    expect([status, headers['clear-site-data']]).toEqual([204, '"cache", "storage"']);
  });
});

describe('a body', () => {
  const login = { email: 'a@people.test', password: 'x' };

  it.each([
    ['plain text', 'text/plain', JSON.stringify(login)],
    ['a form', 'application/x-www-form-urlencoded', 'email=a%40people.test&password=x'],
    ['a form with files', 'multipart/form-data; boundary=x', '--x--'],
    ['JSON of another kind', 'application/csp-report', JSON.stringify(login)],
  ])('that is %s is not taken where JSON is', async (_, contentType, body) => {
    const answer = await raw(body, contentType);
    expect([answer.statusCode, answer.json<{ code: string }>().code]).toEqual([
      415,
      'request.unsupported_type',
    ]);
  });

  it('is JSON whatever its charset says, and a form where the gateway posts one', async () => {
    const json = await raw(JSON.stringify(login), 'application/json; charset=utf-8');
    expect(json.statusCode).toBe(401);
    const back = '/api/payments/razorpay/return';
    const form = await raw('nothing=1', 'application/x-www-form-urlencoded', back);
    expect(form.statusCode).toBe(303);
    const other = await raw(JSON.stringify(login), 'application/json', back);
    expect(other.statusCode).toBe(415);
  });

  it.each([
    ['a prototype', '{"__proto__":{"admin":true},"email":"a@people.test"}'],
    ['a constructor', '{"constructor":{"prototype":{"admin":true}}}'],
    ['no JSON', '{"email":'],
  ])('that brings %s is refused', async (_, body) => {
    const answer = await raw(body, 'application/json');
    expect([answer.statusCode, answer.json<{ code: string }>().code]).toEqual([
      400,
      'request.invalid',
    ]);
    expect(({} as { admin?: boolean }).admin).toBeUndefined();
  });

  const nested = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`;
  it.each([
    ['too deep', 'too_deep', `{"email":${nested(20)}}`],
    ['with a null in a text', 'no_text', '{"email":"a\\u0000b"}'],
    ['so deep that a walk would overflow', 'too_deep', nested(500_000)],
    ['too long', 'too_many_items', `{"email":[${'0,'.repeat(1_000)}0]}`],
    [
      'too wide',
      'too_many_items',
      JSON.stringify(Object.fromEntries([...Array(1_001).keys()].map((n) => [`k${String(n)}`, n]))),
    ],
  ])('that is %s is refused before anything walks it', async (_, code, body) => {
    const answer = await raw(body, 'application/json');
    expect(answer.statusCode).toBe(400);
    expect(answer.json<{ errors: { code: string }[] }>().errors).toMatchObject([{ code }]);
  });
});

describe('a query', () => {
  it.each([
    ['a parameter twice', '/api/search/jobs?limit=1&limit=2'],
    ['an object', '/api/search/jobs?limit[a]=1'],
    ['no number', '/api/search/jobs?limit=1e309'],
    ['an unknown name', '/api/search/jobs?limit=1&admin=true'],
    ['a null', '/api/search/jobs?q=a%00b'],
    ['a prototype', '/api/search/jobs?__proto__[admin]=1'],
  ])('with %s is refused with its path', async (_, path) => {
    const { status, body } = await app.guest().get(path);
    expect([status, body['code']]).toEqual([400, 'request.invalid']);
  });
});

describe('a page of another origin', () => {
  const allowed = async (origin: string) =>
    (await app.guest().get('/api/search/jobs', { origin })).headers['access-control-allow-origin'];

  it('reads when it is in the list, and without cookies', async () => {
    expect(await allowed(partner)).toBe(partner);
    const { headers } = await app.guest().get('/api/search/jobs', { origin: partner });
    expect(headers['access-control-allow-credentials']).toBeUndefined();
    expect(headers['vary']).toContain('Origin');
  });

  it.each([
    'null',
    'https://evil.test',
    'http://partner.test',
    'https://partner.test.evil.test',
    'https://evilpartner.test',
    'https://partner.test:8443',
    'https://sub.partner.test',
    'https://PARTNER.test',
  ])('reads nothing when it only looks like one: %s', async (origin) => {
    expect(await allowed(origin)).toBeUndefined();
  });

  it('changes nothing, whether or not the browser says where it comes from', async () => {
    const post = async (headers: Record<string, string>) =>
      (
        await app
          .guest()
          .post('/api/accounts/login', { email: 'a@people.test', password: 'x' }, headers)
      ).status;
    expect(await post({ 'sec-fetch-site': 'cross-site' })).toBe(403);
    expect(await post({ 'sec-fetch-site': 'same-site' })).toBe(403);
    expect(await post({ origin: 'null' })).toBe(403);
    expect(await post({ origin: 'https://evil.test' })).toBe(403);
    expect(await post({ origin: 'http://market.test' })).toBe(401);
    expect(await post({ origin: 'http://market.test.evil.test' })).toBe(403);
    expect(await post({ 'sec-fetch-site': 'same-origin' })).toBe(401);
    expect(await post({ origin: partner, 'sec-fetch-site': 'cross-site' })).toBe(401);
  });
});
