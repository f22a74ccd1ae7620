import { readFileSync } from 'node:fs';
import { TestApp } from '../support/app';

interface Operation {
  readonly summary?: string;
  readonly tags?: string[];
  readonly security?: Record<string, string[]>[];
  readonly responses: Record<string, unknown>;
}
interface Words {
  readonly developers: { readonly groups: Record<string, string> };
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

  it('lets a key that may only read change nothing', () => {
    const changing = Object.entries(described.paths).flatMap(([path, item]) =>
      Object.entries(item)
        .filter(([method]) => method !== 'get')
        .filter(([, { security: doors = [] }]) =>
          doors.some(({ key: scopes = [] }) => scopes.some((scope) => scope.endsWith(':read'))),
        )
        .map(([method]) => `${method} ${path}`),
    );
    // It tells what a split would come to, and writes nothing.
    expect(changing).toEqual(['post /api/disputes/{id}/simulate']);
  });

  it('says in a sentence what each route for keys does', () => {
    const silent = Object.entries(described.paths).flatMap(([path, item]) =>
      Object.entries(item)
        .filter(
          ([, { security: doors = [], summary = '' }]) =>
            doors.some((door) => 'key' in door) && !/^[A-Z].+[.]$/.test(summary),
        )
        .map(([method]) => `${method} ${path}`),
    );
    expect(silent).toEqual([]);
  });

  it('has a heading on the page for each kind of route that keys use', () => {
    const kinds = Object.values(described.paths).flatMap((item) =>
      Object.values(item)
        .filter(({ security: doors = [] }) => doors.some((door) => 'key' in door))
        .flatMap(({ tags = [] }) => tags),
    );
    for (const language of ['en', 'ar']) {
      const file = `apps/marketplace/public/i18n/${language}/developers.json`;
      const { developers } = JSON.parse(readFileSync(file, 'utf8')) as Words;
      const { label: _, ...headings } = developers.groups;
      expect(Object.keys(headings).sort()).toEqual([...new Set(kinds)].sort());
    }
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
