import { roles } from '@wire/permissions';
import { call, matrixScene, type MatrixScene } from '../support/matrix';
import { routesOf, type Route } from '../support/routes';
import { sampleOf } from '../support/samples';

let scene: MatrixScene;
let routes: Route[];
beforeAll(async () => {
  scene = await matrixScene();
  routes = routesOf(scene.app.app).filter(({ body, method }) => body && method !== 'SOCKET');
}, 60_000);
afterAll(() => scene.app.stop());

const camel = (name: string): string =>
  name.replaceAll(/_(\w)/g, (_, letter: string) => letter.toUpperCase());

/** Every column there is, and what attackers try besides. */
async function columns(): Promise<string[]> {
  const rows = await scene.app.database.query<{ name: string }>(
    `select distinct column_name as name from information_schema.columns
      where table_schema in ('public', 'ledger', 'record')`,
  );
  const tried = ['isAdmin', 'admin', 'feeBps', 'verified', '__proto__', 'constructor', 'scopes'];
  return [...new Set([...rows.flatMap(({ name }) => [name, camel(name)]), ...tried])];
}

const acs = '/api/identities/saml/:organisationId/acs';

/** Written by browsers, the gateway, identity providers and directories, in formats of theirs. */
const isOfOthers = (path: string): boolean =>
  ['/api/payments/razorpay/return', '/api/surface/reports', acs].includes(path) ||
  path.startsWith('/scim/v2/');

const isPlain = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

describe('a body', () => {
  it('takes no column that its schema does not name, at any route', async () => {
    const names = await columns();
    const taken: string[] = [];
    for (const { body, method, path } of routes) {
      const sample = body ? sampleOf(body) : null;
      if (!body || !isPlain(sample) || isOfOthers(path)) continue;
      // A field of the schema's own may be sent; anything else is refused, not dropped.
      for (const name of names.filter((one) => !isOwnField(body, one))) {
        const attempt = { ...sample };
        Object.defineProperty(attempt, name, { value: 'planted', enumerable: true });
        if (body.safeParse(attempt).success) taken.push(`${method} ${path}: ${name}`);
      }
    }
    expect(taken).toEqual([]);
    expect(routes.length).toBeGreaterThan(80);
  });

  it('with a planted column is a 400 over the wire, and nothing is different', async () => {
    const { app, client } = scene;
    const before = await app.database.query('select * from accounts order by id');
    for (const name of ['roles', 'emailVerifiedAt', 'passwordHash', 'id', 'createdAt', 'phone']) {
      const value = name === 'roles' ? ['superadmin'] : 'planted';
      const { status, body } = await client.patch('/api/accounts/me', { [name]: value });
      expect([name, status, body['code']]).toEqual([name, 400, 'request.invalid']);
    }
    expect(await app.database.query('select * from accounts order by id')).toEqual(before);
  });
});

/** Whether the schema names this key itself; unions do in one of their ways. */
function isOwnField(schema: unknown, name: string): boolean {
  const { def } = (schema as { _zod: { def: Record<string, unknown> } })._zod;
  const below = [def['innerType'], def['in'], ...((def['options'] as unknown[] | undefined) ?? [])];
  const parts = [...below, def['left'], def['right']].filter((one) => one !== undefined);
  const shape = def['shape'] ?? {};
  return Object.hasOwn(shape, name) || parts.some((one) => isOwnField(one, name));
}

describe('an answer', () => {
  const secrets = ['@people.test', '+919812300000'];

  it('has no address or phone of somebody else in it, for any role and any route', async () => {
    const { app, client } = scene;
    await app.database.query(`update accounts set phone = '+919812300000' where id <> $1`, [
      client.id,
    ]);
    const leaks: string[] = [];
    const reading = routesOf(app.app).filter(({ method }) => method === 'GET');
    for (const role of roles) {
      const reader = app.as([role]);
      for (const route of reading) {
        const [, id = client.id] = scene.ids.find(([pattern]) => pattern.test(route.path)) ?? [];
        const { status, body } = await call(reader, route, id);
        const text = JSON.stringify(body);
        if (status === 200 && secrets.some((secret) => text.includes(secret)))
          leaks.push(`${role}: GET ${route.path}`);
      }
    }
    expect(leaks).toEqual([]);
  }, 60_000);
});
