import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { variables } from '../apps/api/src/config';
import { isSecret } from '../apps/api/src/weak-secrets';

const root = join(__dirname, '..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');

interface Row {
  readonly id: string;
  readonly level: 1 | 2 | 3;
  readonly status: 'pass' | 'n/a' | 'gap';
  readonly test?: string;
  readonly note?: string;
}
const rows = JSON.parse(read('docs/security/asvs.json')) as Row[];
const papers = read('docs/security.md');

/** How many items of the first and the second level every chapter of ASVS 5.0.0 has. */
const chapters = [
  ...[
    [8, 19],
    [4, 7],
    [8, 11],
    [2, 8],
    [4, 5],
    [13, 22],
    [6, 12],
    [4, 3],
    [4, 3],
  ],
  ...[
    [5, 24],
    [3, 11],
    [3, 6],
    [1, 12],
    [2, 7],
    [3, 10],
    [0, 16],
    [0, 7],
  ],
] as const;

/** Of the third level, what matters where money moves. */
const higher =
  '1.2.10 1.3.12 2.3.5 2.4.2 3.4.7 3.4.8 4.1.5 5.2.4 5.2.6 6.3.5 6.3.6 6.3.7 6.3.8 6.4.6 6.5.6 7.5.3 ' +
  '8.2.4 8.3.2 8.3.3 11.2.4 13.1.2 13.2.6 13.3.4 14.2.6 14.2.7 14.2.8 15.4.2 16.5.4';

const of = (level: number, chapter: number) =>
  rows.filter((row) => row.level === level && row.id.startsWith(`V${String(chapter)}.`)).length;

/** Whether the title stands in the file as one, quoted as the house quotes. */
function stands(test: string): boolean {
  const [path = '', title = ''] = test.split(/::(.*)/s);
  const quoted = [`'${title}'`, `"${title}"`, `\`${title}\``];
  return existsSync(join(root, path)) && quoted.some((one) => read(path).includes(one));
}

describe('the list of what ASVS asks for', () => {
  it('has every item of the first two levels once, and those of the third that were chosen', () => {
    expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
    expect(chapters.map((_, at) => [of(1, at + 1), of(2, at + 1)])).toEqual(chapters);
    const third = rows.filter(({ level }) => level === 3).map(({ id }) => id.slice(1));
    expect(third.sort()).toEqual(higher.split(' ').sort());
  });

  it('passes nothing without a test that exists', () => {
    const passed = rows.filter(({ status }) => status === 'pass');
    expect(passed.filter(({ test }) => !test || !stands(test))).toEqual([]);
    expect(stands('test/docs.spec.ts::a sentence that nobody wrote')).toBe(false);
    expect(stands('test/nowhere.spec.ts::link only to what is there')).toBe(false);
  });

  it('says why of everything else, and names no test for it', () => {
    const others = rows.filter(({ status }) => status !== 'pass');
    expect(others.filter(({ note = '', test }) => note.length < 6 || test)).toEqual([]);
  });

  it('is as good as the page says', () => {
    const asked = rows.filter(({ level }) => level < 3);
    const count = (status: Row['status']) => asked.filter((row) => row.status === status).length;
    const [passed, rest] = [count('pass'), count('pass') + count('gap')];
    const score = `${String(passed)} of ${String(rest)} (${((100 * passed) / rest).toFixed(1)} %)`;
    process.stdout.write(`ASVS 5.0.0, levels 1 and 2: ${score}\n`);
    expect(asked.length).toBe(253);
    expect(papers).toContain(score);
  });
});

describe('the forty-two kinds of abuse', () => {
  const kinds = JSON.parse(read('test/security/contents.json')) as {
    readonly number: number;
    readonly shown: readonly string[];
  }[];

  it('are each shown by an attack or a test that exists', () => {
    expect(kinds.map(({ number }) => number)).toEqual(
      Array.from({ length: 42 }, (_, at) => at + 1),
    );
    expect(kinds.filter(({ shown }) => shown.length === 0)).toEqual([]);
    expect(kinds.flatMap(({ shown }) => shown.filter((one) => !stands(one)))).toEqual([]);
  });
});

describe('the page about security', () => {
  const names = Object.keys(variables.shape);
  const missing = (all: readonly string[]) => all.filter((one) => !papers.includes(`\`${one}\``));

  it('names every outside service that the configuration knows', () => {
    const ours = ['PUBLIC_URL', 'ADMIN_URL'];
    const services = names.filter((name) => /_(URL|ISSUER|ENDPOINT|ADDR)$/.test(name));
    expect(missing(services.filter((name) => !ours.includes(name)))).toEqual([]);
    expect(services.length).toBeGreaterThan(8);
  });

  it('tells how every secret is changed', () => {
    expect(missing(names.filter(isSecret))).toEqual([]);
  });

  it('gives every context a class of data', () => {
    const source = join(root, 'apps/api/src');
    const rooms = ['market', 'money', 'people', 'platform', 'talk', 'trust'];
    const contexts = rooms.flatMap((room) =>
      readdirSync(join(source, room)).map((name) => `${room}/${name}`),
    );
    expect(missing(contexts)).toEqual([]);
  });

  it('says within how many days a known hole is closed', () => {
    const days = [...papers.matchAll(/^\| (?:critical|high|medium|low)\b.*\| (\d+) +\|$/gm)];
    expect(days.map(([, number]) => Number(number))).toEqual([2, 7, 30, 90]);
  });

  it('says what is expensive and how it is bounded', () => {
    const [, part = ''] = papers.split('## What is expensive');
    expect(part.split('\n## ', 1)[0]?.split('\n').length).toBeGreaterThan(8);
  });

  it('lists where things are logged', () => {
    const [, part = ''] = papers.split('## Where things are logged');
    for (const place of ['the record', 'log of the staff', 'lines of the processes', 'metrics'])
      expect(part).toContain(`| ${place} `);
  });
});
