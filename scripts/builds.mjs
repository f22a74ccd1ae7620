import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Advice } from './advice.mjs';
import { at, root } from './environment.mjs';
import { read } from './processes.mjs';

const settings = ['package-lock.json', 'tsconfig.json'];
const web = ['libs/ui', 'libs/wire', 'libs/money', 'angular.json', 'tsconfig.angular.json'];

/** What is built from what. A build whose sources have not changed since is not repeated. */
export const builds = {
  server: {
    sources: [
      ...['apps/api', 'apps/sandbox', 'libs/money', 'libs/wire', 'libs/eventstore-client'],
      ...['libs/kernel', 'migrations', 'nest-cli.json', 'tsconfig.server.json', ...settings],
    ],
    result: 'dist/server/apps/api/src/main.js',
    command: ['nest', 'build'],
  },
  marketplace: {
    sources: ['apps/marketplace', ...web, ...settings],
    result: 'dist/marketplace/server/server.mjs',
    command: ['ng', 'build', 'marketplace'],
  },
  admin: {
    sources: ['apps/admin', ...web, ...settings],
    result: 'dist/admin/browser',
    command: ['ng', 'build', 'admin'],
  },
};

const stampOf = (name) => at('dist', '.stamps', name);

export const isStale = (name) =>
  !existsSync(at(builds[name].result)) || read(stampOf(name)) !== fingerprint(name);

/** Builds what is stale. @returns the names of what was built. */
export async function buildIfStale(names = Object.keys(builds)) {
  const stale = names.filter(isStale);
  await Promise.all(stale.map((name) => build(name)));
  return stale;
}

/** Runs one build; its output is shown only when it fails. */
export async function build(name) {
  const sources = fingerprint(name);
  rmSync(stampOf(name), { force: true });
  const { code, output } = await runQuietly(builds[name].command);
  if (code !== 0 || !existsSync(at(builds[name].result))) {
    console.error(output);
    throw new Advice(`Building ${name} failed (${builds[name].command.join(' ')}); see above.`);
  }
  mkdirSync(at('dist', '.stamps'), { recursive: true });
  writeFileSync(stampOf(name), sources);
}

function fingerprint(name) {
  const hash = createHash('sha256').update(process.version);
  for (const source of builds[name].sources) add(hash, source);
  return hash.digest('hex');
}

function add(hash, path) {
  if (!existsSync(at(path))) return;
  const entries = readdirOrNothing(at(path));
  if (entries === undefined) hash.update(path).update(readFileSync(at(path)));
  for (const entry of entries?.sort() ?? []) {
    if (!entry.endsWith('.spec.ts')) add(hash, join(path, entry));
  }
}

function readdirOrNothing(path) {
  try {
    return readdirSync(path);
  } catch (problem) {
    if (problem.code === 'ENOTDIR') return undefined;
    throw problem;
  }
}

/** Runs a program of node_modules/.bin and collects what it says. */
export function runQuietly([program, ...args], env = process.env) {
  const tidied = { ...env, NG_CLI_ANALYTICS: 'false', FORCE_COLOR: '0' };
  delete tidied.NO_COLOR;
  // swc prints pages of its own stack when somebody debugs Rust.
  delete tidied.RUST_BACKTRACE;
  return new Promise((done, fail) => {
    const child = spawn(program, args, {
      cwd: root,
      env: tidied,
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: process.platform === 'win32',
    });
    let output = '';
    const collect = (chunk) => (output += chunk);
    child.stdout.setEncoding('utf8').on('data', collect);
    child.stderr.setEncoding('utf8').on('data', collect);
    child.once('error', fail);
    child.once('close', (code) => done({ code: code ?? 1, output }));
  });
}
