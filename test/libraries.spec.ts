import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(__dirname, '..');
interface Entry {
  /** Where it stands in the folder under another name. */
  readonly name?: string;
  readonly version: string;
  readonly resolved?: string;
  readonly integrity?: string;
  readonly license?: string;
  readonly dev?: true;
  readonly optional?: true;
  readonly os?: readonly string[];
  readonly cpu?: readonly string[];
  readonly inBundle?: true;
  readonly hasInstallScript?: true;
}
const read = (path: string): unknown => JSON.parse(readFileSync(join(root, path), 'utf8'));
const lock = read('package-lock.json') as { packages: Record<string, Entry> };
const own = read('package.json') as { allowScripts: Record<string, boolean> };
const libraries = Object.entries(lock.packages).filter(([path]) => path !== '');
const nameOf = (path: string): string => path.slice(path.lastIndexOf('node_modules/') + 13);

/** Licences under which a library may go out with us; those of tools alone may be others. */
const free =
  /^(MIT|MIT-0|ISC|0BSD|BSD-[23]-Clause|Apache-2\.0|BlueOak-1\.0\.0|CC0-1\.0|Python-2\.0|Zlib|Unlicense)$/;
const isFree = ({ license = '' }: Entry): boolean =>
  license
    .replaceAll(/[()]/g, '')
    .split(' AND ')
    .every((part) => part.split(' OR ').some((one) => free.test(one)));

/**
 * Whose licence stands in a file of theirs alone, or which are linked and replaceable as they are; and
 * fonts under the OFL, which may go out with anything but are not sold by themselves.
 */
const looked = [
  /^(passport-strategy|pause|png-js|xmlhttprequest-ssl|@fontsource\/.*)$/,
  /^(@img\/sharp-(libvips|wasm32|win32).*|@msgpackr-extract\/.*)$/,
];
const wasLooked = (name: string): boolean => looked.some((known) => known.test(name));

const come = (from: readonly (readonly [string, Entry])[]): string[] =>
  from
    .filter(([, { resolved }]) => resolved && !resolved.startsWith('https://registry.npmjs.org/'))
    .map(([path]) => path);
const unproved = (from: readonly (readonly [string, Entry])[]): string[] =>
  from
    .filter(([, one]) => !(one.integrity ?? '').startsWith('sha512-') && !one.inBundle)
    // Of another platform than the lockfile was made on: nobody here has seen its bytes.
    .filter(([, { optional, os, cpu }]) => !(optional && (os ?? cpu)))
    .map(([path]) => path);
const unfree = (from: readonly (readonly [string, Entry])[]): string[] =>
  from
    .filter(([path, one]) => !one.dev && !isFree(one) && !wasLooked(nameOf(path)))
    .map(([path]) => path);
const unnamed = (from: readonly (readonly [string, Entry])[]): string[] =>
  from
    .filter(([path, one]) => one.hasInstallScript && own.allowScripts[nameOf(path)] === undefined)
    .map(([path]) => path);

describe('the libraries', () => {
  it('come from one registry, as the bytes that were looked at', () => {
    expect(libraries.length).toBeGreaterThan(500);
    expect([come(libraries), unproved(libraries)]).toEqual([[], []]);
  });

  it('that go out with us are free to use', () => {
    expect(unfree(libraries)).toEqual([]);
  });

  it('run a program at their installation only where their name says whether they may', () => {
    expect(unnamed(libraries)).toEqual([]);
  });

  it('would be noticed if one were none of that', () => {
    const path = 'node_modules/planted';
    const planted = [
      [path, { version: '1', license: 'AGPL-3.0', hasInstallScript: true, resolved: 'http://a/' }],
    ] as const;
    const all = [come(planted), unproved(planted), unfree(planted), unnamed(planted)];
    expect(all).toEqual([[path], [path], [path], [path]]);
  });

  it('are all in the bill of materials', () => {
    const npm = ['sbom', '--package-lock-only', '--sbom-format', 'cyclonedx'];
    const shell = process.platform === 'win32';
    const options = { cwd: root, maxBuffer: 2 ** 26, encoding: 'utf8', shell } as const;
    const bill = JSON.parse(execFileSync('npm', npm, options)) as {
      components: { purl: string; hashes?: object[] }[];
    };
    const listed = new Set(bill.components.map(({ purl }) => purl.replace('%40', '@')));
    const missing = libraries
      .filter(([, { inBundle, optional }]) => !inBundle && !optional)
      .map(([path, { name, version }]) => `pkg:npm/${name ?? nameOf(path)}@${version}`)
      .filter((purl) => !listed.has(purl));
    expect(missing).toEqual([]);
  });
});
