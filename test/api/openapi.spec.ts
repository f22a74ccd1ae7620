import { TestApp } from '../support/app';

interface Operation {
  readonly security?: Record<string, string[]>[];
  readonly responses: Record<string, unknown>;
}
interface Description {
  readonly openapi: string;
  readonly paths: Record<string, Record<string, Operation>>;
  readonly components: { readonly securitySchemes: Record<string, object> };
}

let app: TestApp;
let described: Description;
beforeAll(async () => {
  app = await TestApp.start();
  const answer = await app.guest().get('/api/openapi.json');
  described = answer.body as unknown as Description;
});
afterAll(() => app.stop());

const security = (method: string, path: string) => described.paths[path]?.[method]?.security;

describe('the description of the API', () => {
  it('is there for everybody', () => {
    expect(described.openapi).toBe('3.1.0');
    expect(Object.keys(described.components.securitySchemes).sort()).toEqual(['key', 'session']);
    expect(Object.keys(described.paths).length).toBeGreaterThan(150);
  });

  it('says which routes a key may use, and with which scope', () => {
    expect(security('post', '/api/jobs')).toEqual([{ session: [] }, { key: ['jobs:write'] }]);
    expect(security('get', '/api/accounts/me')).toEqual([
      { session: [] },
      { key: ['account:read'] },
    ]);
  });

  it('offers no key for what asks for a second look, for approvals and for keys themselves', () => {
    const closed = [
      security('post', '/api/payouts'),
      security('post', '/api/api-keys'),
      security('get', '/api/admin/approvals'),
    ];
    expect(closed).toEqual([[{ session: [] }], [{ session: [] }], [{ session: [] }]]);
    expect(security('post', '/api/accounts/login')).toBeUndefined();
  });
});
