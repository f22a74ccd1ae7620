import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Browsers that Playwright can drive; CHROMIUM names another one. */
export const findChromium = () =>
  process.env.CHROMIUM ?? onPath('chromium', 'chromium-browser', 'google-chrome');

export const findRedis = () => onPath('redis-server');

/** Scanners of strangers, by the name of their package. */
export const scanners = {
  sqlmap: () => onPath('sqlmap'),
  wapiti: () => onPath('wapiti'),
  'testssl.sh': () => onPath('testssl', 'testssl.sh'),
};

/** Debian keeps it where only root looks. */
export const findClamd = () =>
  onPath('clamd') ?? ['/usr/sbin/clamd'].find((path) => isExecutable(path));

/**
 * Finds a program that tests need; root on Debian installs it.
 * @returns its path, or undefined with a reason for the reader.
 */
export function ensureTool(find, packageName) {
  const found = find();
  if (found) return { found };
  if (process.getuid?.() !== 0) return { why: `${packageName} is not installed and I am not root` };
  if (!existsSync('/usr/bin/apt-get')) return { why: `${packageName} is not installed` };
  console.log(`Installing ${packageName} (apt-get) …`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const apt = (...args) => spawnSync('apt-get', args, { env, stdio: ['ignore', 'ignore', 'pipe'] });
  const install = () => apt('install', '-y', '--no-install-recommends', packageName);
  let result = install();
  if (result.status !== 0) {
    apt('update');
    result = install();
  }
  const installed = find();
  if (installed) return { found: installed };
  const said = result.stderr?.toString().trim().split('\n').at(-1);
  return { why: `${packageName} could not be installed (${said})` };
}

function onPath(...names) {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find(isExecutable);
}

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
