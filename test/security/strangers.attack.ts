import { expect, test } from '@playwright/test';
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { createServer as createSecure } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { secured } from '../../libs/kernel/http/transport';
import { attack } from './attack';
import { stack } from './scene';
import { addressOf } from './weak';

const run = promisify(execFile);
const folder = mkdtempSync(join(tmpdir(), 'guildhall-strangers-'));
test.afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** Says whatever it is told, goes wherever it is sent. */
async function echoing(): Promise<string> {
  const server = createServer((request, response) => {
    const said = new URL(request.url ?? '/', 'http://localhost').searchParams;
    const next = said.get('next');
    if (next !== null) return void response.writeHead(302, { location: next }).end();
    response.setHeader('content-type', 'text/html');
    response.end(`<h1>${[...said.values()].join(' ')}</h1>`);
  });
  return addressOf(server);
}

/** Pages that take a word or a way back from whoever made the link. */
const pages = [
  '/search?q=oak',
  '/jobs?q=oak',
  '/talent?q=oak',
  '/login?next=/wallet',
  '/signup?next=/wallet',
  '/developers?q=oak',
];
const modules = 'xss,redirect,crlf,exec,file,sql,csp,cookieflags';

interface Report {
  readonly vulnerabilities: Record<string, readonly unknown[]>;
}

async function isOpen(path: string, target: string): Promise<boolean> {
  const report = join(folder, 'report.json');
  rmSync(report, { force: true });
  await run('wapiti', [
    ...['-u', `${target}${path}`, '--scope', 'url', '-m', modules, '--flush-session'],
    ...['--store-session', folder, '-f', 'json', '-o', report, '-v', '0', '--no-bugreport'],
  ]);
  const { vulnerabilities } = JSON.parse(readFileSync(report, 'utf8')) as Report;
  return Object.values(vulnerabilities).some((found) => found.length > 0);
}

test('a scanner of strangers finds no way into a page that takes words from a link', async () => {
  test.setTimeout(600_000);
  const plan = { house: stack.marketplace, weak: await echoing(), succeeds: isOpen };
  expect(await attack({ ...plan, tries: pages })).toEqual([]);
});

/** What testssl calls a fault of a protocol, a cipher or the handshake; whose certificate it is, is ours. */
const aside = /^(cert|ocsp|chain|dns|hsts|hpkp|banner|grade|overall|scan|trust|security_headers)/i;
const kinds = ['--protocols', '--server-defaults', '--vulnerable', '--fs', '--server-preference'];

interface Finding {
  readonly id: string;
  readonly severity: string;
}

async function isWeak(kind: string, target: string): Promise<boolean> {
  const report = join(folder, `${kind}.json`);
  rmSync(report, { force: true });
  await run('testssl', [
    ...['--quiet', '--color', '0', '--warnings', 'off', '--jsonfile', report, kind, target],
  ]).catch((error: unknown) => {
    // It exits with how much it found; above 200 it could not work.
    const { code = 255 } = error as { code?: number };
    if (code > 200) throw error;
  });
  const findings = JSON.parse(readFileSync(report, 'utf8')) as Finding[];
  return findings.some(
    ({ id, severity }) => ['MEDIUM', 'HIGH', 'CRITICAL'].includes(severity) && !aside.test(id),
  );
}

test('a scanner of strangers finds no weak protocol, cipher or handshake', async () => {
  test.setTimeout(300_000);
  const files = { certFile: join(folder, 'certificate.pem'), keyFile: join(folder, 'key.pem') };
  await run(process.execPath, ['scripts/certificates.mjs', '--folder', folder]);
  const rules = secured(files);
  const old = { minVersion: 'TLSv1' as const, ciphers: 'ALL:@SECLEVEL=0', secureOptions: 0 };
  const placeOf = async (how: object) => new URL(await addressOf(createSecure(how))).host;
  const house = await placeOf(rules);
  const weak = await placeOf({ ...rules, ...old });
  expect(await attack({ tries: kinds, house, weak, succeeds: isWeak })).toEqual([]);
});
