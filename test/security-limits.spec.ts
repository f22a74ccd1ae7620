import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { edgeVariables } from '../apps/api/src/edge-variables';
import { doors } from '../libs/kernel/http/doors';
import { limitKinds, type LimitRule } from '../libs/kernel/http/limit-kinds';

const root = join(__dirname, '..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const page = read('docs/security/limits.md');
/** The cells of each row, without the spaces that line them up. */
const table = page
  .split('\n')
  .filter((line) => line.startsWith('| '))
  .map((line) =>
    line
      .split('|')
      .map((cell) => cell.trim())
      .slice(1, -1),
  );
const rowOf = (name: string) => table.find(([first]) => first === name);

describe('the page of limits', () => {
  it('has every limit with its points, its time, and what happens while nobody can count', () => {
    const shown = Object.keys(limitKinds).map((name) => {
      const [, points, seconds, whose = '', away] = rowOf(`\`${name}\``) ?? [];
      return [name, Number(points), Number(seconds), whose.split(';', 1)[0], away];
    });
    const rules = Object.entries<LimitRule>(limitKinds);
    expect(shown).toEqual(
      rules.map(([name, { points, seconds, by, whenAway }]) => [
        name,
        points,
        seconds,
        by,
        whenAway,
      ]),
    );
  });

  it('has what an address, an account and a key may ask for in a minute', () => {
    for (const name of [
      'REQUESTS_PER_MINUTE',
      'ACCOUNT_REQUESTS_PER_MINUTE',
      'KEY_REQUESTS_PER_MINUTE',
    ] as const)
      expect(rowOf(`\`${name}\``)?.[1]).toBe(String(edgeVariables[name].parse(undefined)));
  });

  it('has the soft limit of every door that asks floods for work', () => {
    const shown = Object.keys(doors).map((name) => rowOf(`door \`${name}\``)?.slice(1));
    expect(shown).toEqual(
      Object.values(doors).map(({ network, all }) => [String(network), String(all)]),
    );
  });

  it('has every way in', () => {
    const [, union = ''] = /type WayIn = ([^;]+);/.exec(read('libs/kernel/entrances.ts')) ?? [];
    const ways = [...union.matchAll(/'(\w+)'/g)].map(([, way]) => `\`${way ?? ''}\``);
    expect(ways.length).toBeGreaterThan(3);
    expect(ways.filter((way) => !rowOf(way))).toEqual([]);
  });

  it('has every ending of a file that is taken, and no other', () => {
    const source = read('apps/api/src/platform/files/domain/media-types.ts');
    const endings = [...source.matchAll(/endings: \[([^\]]+)\]/g)].flatMap(([, list = '']) =>
      [...list.matchAll(/'(\w+)'/g)].map(([, ending]) => ending),
    );
    const [line = ''] = page.split('\n').filter((one) => one.startsWith('`pdf`'));
    const shown = [...line.matchAll(/`(\w+)`/g)].map(([, ending]) => ending);
    expect(shown.toSorted()).toEqual([...new Set(endings)].toSorted());
  });

  const accounts = 'apps/api/src/people/accounts';
  const files = 'apps/api/src/platform/files/adapters';
  it.each([
    ['a file, of any purpose', '50 MB', 'libs/wire/files.ts', 'maxFileBytes = 50 * 1024'],
    ['an archive unpacked', '512 MB', `${files}/archives.ts`, 'maxUnpacked = 512 * 1024'],
    ['an archive unpacked', '5000 entries', `${files}/archives.ts`, 'maxEntries = 5_000'],
    ['an archive unpacked', '200 times', `${files}/archives.ts`, 'maxRatio = 200'],
    ['a picture', '100 million', `${files}/pictures.ts`, 'maxPixels = 100_000_000'],
    ['files of an account', '5120 MB', 'apps/api/src/storage-variables.ts', 'default(5_120)'],
    ['a body that is JSON', '1 MB', 'libs/kernel/http/fastify.ts', 'bodyLimit: 1_048_576'],
    ['a body that is JSON', '20 deep', 'libs/kernel/http/bodies.ts', 'maxDepth = 20'],
    ['a body that is JSON', '1000 items', 'libs/kernel/http/bodies.ts', 'maxItems = 1_000'],
    ['a word on a socket', '4096', 'libs/kernel/http/sockets.ts', 'longestMessage = 4_096'],
    [
      'sockets of an account',
      '50, with 50',
      'apps/api/src/platform/live/live.gateway.ts',
      'mostSockets = 50;\nconst mostTopics = 50;',
    ],
    ['access token', '900', `${accounts}/adapters/sessions.ts`, 'accessSeconds = 900'],
    [
      'session of a member',
      '30 days at rest, 90',
      `${accounts}/adapters/sessions.ts`,
      'market: { restSeconds: 30 * 86_400, wholeSeconds: 90 * 86_400 }',
    ],
    [
      'session of somebody of staff',
      '8 hours at rest, 12',
      `${accounts}/adapters/sessions.ts`,
      'staff: { restSeconds: 8 * 3_600, wholeSeconds: 12 * 3_600 }',
    ],
    ['second look', '300', `${accounts}/adapters/step-up.ts`, 'lifeSeconds = 300'],
    [
      'log-in that waits for a second factor',
      '600',
      `${accounts}/adapters/tickets.ts`,
      'lifeSeconds = 600',
    ],
    [
      'link for a new password, link to log in',
      '1800 seconds, 900',
      `${accounts}/commands/ask-link.ts`,
      'reset: 1_800, log_in: 900',
    ],
  ])('says of %s what the code says: %s', (name, shown, path, code) => {
    expect(rowOf(name)?.[1]).toContain(shown);
    expect(read(path)).toContain(code);
  });

  it('names every algorithm of the code, and none that is in no use', () => {
    const folders = ['apps/api/src', 'libs/kernel', 'libs/eventstore-client'];
    const source = folders
      .flatMap((folder) =>
        readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
          .filter((name) => name.endsWith('.ts') && !name.includes('.spec.'))
          .map((name) => read(join(folder, name))),
      )
      .join('\n');
    const called = [
      /create(?:Hash|Hmac|Cipheriv|Decipheriv|Sign|Verify)\(\s*'([\w-]+)'/g,
      /derive\('(argon2\w*)'/g,
      /algorithms: \['(\w+)'/g,
      /kinds = \{ (\w+):/g,
    ];
    const used = new Set(
      called.flatMap((pattern) => [...source.matchAll(pattern)].map(([, name]) => name)),
    );
    const [, part = ''] = page.split('## Algorithms');
    const named = [...part.matchAll(/^\| `([\w-]+)`/gm)].map(([, name]) => name);
    expect([...used].toSorted()).toEqual(named.toSorted());
  });
});
