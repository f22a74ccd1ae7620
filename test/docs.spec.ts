import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

const root = join(__dirname, '..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const exists = (path: string) => existsSync(join(root, path));

const pages = [
  ...readdirSync(root).filter((name) => name.endsWith('.md')),
  ...readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => join('docs', name)),
];

/** How many features every group of the roadmap has. */
const groups: Record<string, number> = {
  ...{ 'A1.': 6, 'A2.': 5, 'A3.': 4, 'A4.': 5, 'A5.': 4, 'A6.': 4, 'A7.': 4 },
  ...{ 'B1.': 9, 'B2.': 8, 'B3.': 9, 'B4.': 6, 'B5.': 8, 'B6.': 8, 'B7.': 6, 'B8.': 7, 'B9.': 7 },
  ...{ 'B10.': 6, 'B11.': 6, 'B12.': 7, 'B13.': 7, 'B14.': 7, 'B15.': 5, 'B16.': 7, 'B17.': 5 },
  ...{ 'B18.': 6, 'B19.': 7, 'B20.': 6, 'B21.': 7, 'B22.': 6, 'B23.': 7, 'B24.': 7, 'B25.': 7 },
  ...{ C: 9, D: 13 },
};

interface Feature {
  readonly id: string;
  readonly state: string;
  readonly proof: string;
}

function features(): Feature[] {
  return read('docs/features.md')
    .split('\n')
    .filter((line) => /^\| [A-D]\d/.test(line))
    .map((line) => {
      const [id = '', , state = '', , proof = ''] = line
        .split('|')
        .slice(1)
        .map((cell) => cell.trim());
      return { id, state, proof };
    });
}

/** Every link of a page that stays in the repository, as a path from the root. */
function links(page: string): string[] {
  const targets = [...read(page).matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = '']) => target);
  return targets
    .filter((target) => !/^(https?:|mailto:|#)/.test(target))
    .map((target) => relative(root, join(root, dirname(page), target.replace(/#.*/, ''))));
}

const missing = (page: string, paths: string[]) =>
  paths.filter((path) => !exists(path)).map((path) => `${page}: ${path}`);

const ours =
  /`((?:apps|libs|test|scripts|migrations|docs|[.]github)\/[\w./-]*[.](?:ts|mjs|md|html|yml))`/g;

describe('the pages of the documentation', () => {
  it('link only to what is there', () => {
    expect(pages.flatMap((page) => missing(page, links(page)))).toEqual([]);
  });

  it('name only files that exist', () => {
    const named = (page: string) => [...read(page).matchAll(ours)].map(([, path = '']) => path);
    expect(pages.flatMap((page) => missing(page, named(page)))).toEqual([]);
  });
});

describe('the list of features', () => {
  it('has every feature of the roadmap once, in order', () => {
    const wanted = Object.entries(groups).flatMap(([group, count]) =>
      Array.from({ length: count }, (_, index) => `${group}${index + 1}`),
    );
    expect(features().map(({ id }) => id)).toEqual(wanted);
  });

  it('calls nothing built that no test shows', () => {
    const states = new Set(features().map(({ state }) => state));
    expect([...states].sort()).toEqual(['built', 'not yet', 'part']);
    const built = features().filter(({ state }) => state === 'built');
    expect(built.filter(({ proof }) => !/`[^`]+[.]spec[.]ts`/.test(proof))).toEqual([]);
  });

  it('counts itself right', () => {
    const count = (wanted: string) => features().filter(({ state }) => state === wanted).length;
    expect(read('docs/features.md')).toContain(
      `${count('built')} built, ${count('part')} in part, ${count('not yet')} not yet.`,
    );
  });
});

describe('the invariants', () => {
  const tests = [...read('docs/invariants.md').matchAll(/\*\*Test:\*\* `([^`]+)` › (.+)/g)];

  it('are named by sentences of tests that exist', () => {
    expect(tests.length).toBeGreaterThan(20);
    const lost = tests.filter(
      ([, file = '', sentence = '']) => !read(file).includes(`'${sentence}',`),
    );
    expect(lost.map(([line]) => line)).toEqual([]);
  });

  it('are all thirty-three, and each names a test', () => {
    const sections = read('docs/invariants.md')
      .split(/^(?=## \d+\. )/m)
      .slice(1);
    const numbers = sections.map((section) => Number(/^## (\d+)/.exec(section)?.[1]));
    expect(numbers).toEqual(Array.from({ length: 33 }, (_, index) => index + 1));
    expect(sections.filter((section) => !section.includes('**Test:**'))).toEqual([]);
  });
});
