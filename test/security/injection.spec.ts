import { Limits } from '@kernel/http/limits';
import limit from 'p-limit';
import * as z from 'zod';
import { TestApp, type Caller } from '../support/app';
import { matrixScene, pathOf, type MatrixScene } from '../support/matrix';
import { routesOf, type Route } from '../support/routes';
import { sampleOf } from '../support/samples';
import { count } from './attack';

/** What makes a statement out of a value that was glued into one, or breaks it. */
const corpus = [
  ...[
    "'",
    '"',
    "''",
    "' or '1'='1",
    "' or 1=1--",
    '" or ""="',
    "') or ('1'='1",
    '1 or 1=1',
    "1' and '1'='2",
  ],
  ...[
    "'; select pg_sleep(5)--",
    "'||pg_sleep(5)||'",
    '1;select pg_sleep(5)',
    "' union select null--",
  ],
  ...[
    "' union select version(),null,null--",
    "'; drop table jobs;--",
    '$1',
    '$$;select 1$$',
    "E'\\''",
  ],
  ...[
    '\\',
    "\\'",
    '%',
    '_',
    '%27',
    'a%00b',
    "admin'--",
    "' and 1=cast(version() as int)--",
    '/**/or/**/1=1',
  ],
  ...[
    '1) or sleep(5)#',
    "' order by 100--",
    '(select 1)',
    "x' and extractvalue(1,1)='",
    'null',
    "';--",
  ],
];

let scene: MatrixScene;
let app: TestApp;
let routes: (Route & { query: z.ZodType | null })[];
beforeAll(async () => {
  scene = await matrixScene();
  app = scene.app;
  for (const one of ['spend', 'admit', 'admitAccount'] as const)
    jest.spyOn(app.app.get(Limits), one).mockResolvedValue();
  routes = routesOf(app.app)
    .filter(({ method }) => method === 'GET')
    .map((route) => ({ ...route, query: queryOf(route) }));
}, 60_000);
afterAll(() => app.stop());

/** The schema of the query, as the handler declares it: Nest numbers queries 4. */
function queryOf({ name }: Route): z.ZodType | null {
  const [type = '', method = ''] = name.split('.');
  const found = controllers(app).find((one) => one.name === type);
  const all = (found && Reflect.getMetadata('__routeArguments__', found, method)) as
    Record<string, { schema?: z.ZodType }> | undefined;
  const [, argument] = Object.entries(all ?? {}).find(([key]) => key.startsWith('4:')) ?? [];
  return argument?.schema ?? null;
}

const controllers = ({ app: nest }: TestApp): (new () => unknown)[] =>
  [...routesOwners(nest)].map((one) => one.constructor as new () => unknown);

function* routesOwners(nest: TestApp['app']): Generator<object> {
  const modules = (nest as unknown as { container: { getModules(): Map<string, Holder> } })
    .container;
  for (const { controllers: all } of modules.getModules().values())
    for (const { instance } of all.values()) if (instance) yield instance;
}
interface Holder {
  readonly controllers: Map<unknown, { instance: object | null }>;
}

/** The names of a query, and values that fit all of them. */
function partsOf(query: z.ZodType): { names: string[]; sample: Record<string, string> } {
  const shape = (query as unknown as { _zod: { def: { shape?: object } } })._zod.def.shape ?? {};
  const sample = Object.entries(sampleOf(query) ?? {}).filter(([, value]) => value !== null);
  return {
    names: Object.keys(shape),
    sample: Object.fromEntries(sample.map(([name, value]) => [name, String(value)])),
  };
}

interface Answered {
  readonly route: string;
  readonly value: string;
  readonly status: number;
  readonly text: string;
}

/** More at once than the pool has connections would be answered by 503, and try nothing. */
const lane = limit(6);

async function tryAll(by: Caller, route: (typeof routes)[number]): Promise<Answered[]> {
  const { query } = route;
  if (!query) return [];
  const { names, sample } = partsOf(query);
  const ask = async (name: string, value: string): Promise<Answered> => {
    const asked = new URLSearchParams({ ...sample, [name]: value }).toString();
    const { status, body } = await by.get(`${pathOf(route, scene.client.id)}?${asked}`);
    return { route: `${route.path}?${name}`, value, status, text: JSON.stringify(body) };
  };
  return Promise.all(names.flatMap((name) => corpus.map((value) => lane(() => ask(name, value)))));
}

const leaks =
  /PostgreSQL|syntax error|unterminated|relation "|column "|operator does not exist|pg_catalog/i;

const isBad = ({ status, text }: Answered): boolean => status >= 500 || leaks.test(text);

describe('a query', () => {
  it('that is no query is refused, or answered as one that matches nothing', async () => {
    const everybody = app.as([
      'superadmin',
      'auditor',
      'compliance',
      'client',
      'provider',
    ] as never);
    const answers: Answered[] = [];
    for (const route of routes) answers.push(...(await tryAll(everybody, route)));
    const bad = answers
      .filter(isBad)
      .map(({ route, value, status }) => `${route}=${value}: ${String(status)}`);
    count({ tried: answers.length, through: bad });
    process.stdout.write(`${String(answers.length)} injections\n`);
    expect(bad).toEqual([]);
    expect(answers.length).toBeGreaterThan(1_000);
  }, 300_000);

  it('that is glued into a statement is found by the same corpus', async () => {
    const glued = (value: string) =>
      app.database.query(`select id from jobs where title = '${value}'`).then(
        (rows) => rows.length,
        () => -1,
      );
    const [all] = await app.database.query<{ count: number }>(
      'select count(*)::int as count from jobs',
    );
    const outcomes = [];
    for (const value of corpus.filter((one) => !/sleep|drop/.test(one)))
      outcomes.push(await glued(value));
    expect(outcomes).toContain(-1);
    expect(outcomes).toContain(all?.count);
  });

  it('finds as much with a quote as without rights to more', async () => {
    const { client } = scene;
    for (const value of corpus) {
      const { status, body } = await client.get(
        `/api/jobs/mine?status=${encodeURIComponent(value)}`,
      );
      expect([status, body['code']]).toEqual([400, 'request.invalid']);
    }
    const found = await Promise.all(
      ["zzzz' or '1'='1", "zzzz') or 1=1--", '%', '_'].map((q) =>
        app.guest().get(`/api/search/talent?q=${encodeURIComponent(q)}`),
      ),
    );
    expect(found.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
  });
});
