import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(__dirname, '../..');
const server = ['apps/api/src', 'libs/kernel', 'libs/wire', 'libs/money', 'libs/eventstore-client'];
const pages = ['apps/marketplace/src', 'apps/admin/src', 'libs/ui'];

/** Every source of these folders but the tests, by its path. */
function sources(folders: readonly string[]): [path: string, text: string][] {
  return folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.(ts|html)$/.test(name) && !/\.(spec|generated)\.ts$/.test(name))
      .map((name): [string, string] => {
        const path = join(folder, name);
        return [path, readFileSync(join(root, path), 'utf8')];
      }),
  );
}

/** Lines of code in which the pattern stands; comments may speak of anything. */
function lines(folders: readonly string[], pattern: RegExp): string[] {
  return sources(folders).flatMap(([path, text]) =>
    found(text, pattern).map((line) => `${path}: ${line}`),
  );
}

const found = (text: string, pattern: RegExp): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => !/^(\/\/|\/?\*)/.test(line) && pattern.test(line));

/** What a scan looks for, and a line that it has to find: a scan that finds nothing proves nothing. */
const scans = {
  code: [/\beval\(|new Function\b|child_process|\bnode:vm\b|\bexecSync\b/, 'eval(words);'],
  html: [
    /innerHTML|outerHTML|insertAdjacentHTML|document\.write|bypassSecurity/,
    'a.innerHTML = b',
  ],
  chance: [/Math\.random/, 'const token = Math.random();'],
  windows: [
    /\.postMessage\([^)]*'\*'|(?:window|self)\.addEventListener\('message'|@HostListener\('window:message'/,
    "window.addEventListener('message', f)",
  ],
  patterns: [/new RegExp\((?!`[^`]*`|'[^']*')/, 'new RegExp(typed)'],
  hints: [
    /(password|secret|recovery|security)_?(hint|question|answer)|mothers?_?maiden/i,
    'passwordHint: line(80),',
  ],
  storage: [/(?:local|session)Storage/, 'localStorage.setItem(a, token)'],
} as const satisfies Record<string, readonly [RegExp, string]>;

describe('a scan', () => {
  it.each(Object.entries(scans))('for %s finds what is planted', (_, [pattern, planted]) => {
    expect(found(planted, pattern)).toEqual([planted]);
    expect(found(`// ${planted}`, pattern)).toEqual([]);
  });
});

describe('the source', () => {
  it('builds no code from words and starts no program with them', () => {
    expect(lines([...server, ...pages], scans.code[0])).toEqual([]);
  });

  it('writes no HTML past the templates', () => {
    expect(lines(pages, scans.html[0])).toEqual([]);
  });

  it('draws nothing secret from Math.random', () => {
    expect(lines([...server, ...pages], scans.chance[0])).toEqual([]);
  });

  it('asks for no hint at a password and no answer that others know', () => {
    expect(lines(['libs/wire', 'migrations'], scans.hints[0])).toEqual([]);
  });

  it('listens to no message of another window', () => {
    expect(lines(pages, scans.windows[0])).toEqual([]);
  });

  it('makes no pattern out of what somebody typed', () => {
    expect(lines([...server, ...pages], scans.patterns[0])).toEqual([]);
  });

  it('keeps no token in the storage of the browser', () => {
    const places = new Set(lines(pages, scans.storage[0]).map((line) => line.split(':')[0]));
    // What somebody was writing or had chosen; and the token of a viewing, which is of its tab.
    expect([...places].sort()).toEqual(['libs/ui/app/keep.ts', 'libs/ui/app/viewing.ts']);
  });

  it('hashes, signs and seals only with what is approved', () => {
    const named = (folders: readonly string[]) =>
      sources(folders).flatMap(([, text]) =>
        [
          ...text.matchAll(/create(?:Hash|Hmac|Cipheriv|Decipheriv|Sign)\(\s*'([^']+)'/g),
          ...text.matchAll(/algorithms: \['(\w+)'/g),
        ].map(([, name]) => name),
      );
    const approved = ['HS256', 'aes-256-gcm', 'sha256', 'sha384', 'sha512'];
    const used = new Set(named(server));
    expect([...used].filter((name) => !approved.includes(name ?? ''))).toEqual([]);
    expect(used.size).toBeGreaterThan(2);
  });
});
