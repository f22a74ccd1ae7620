import { expect, test } from '@playwright/test';
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { attack } from './attack';
import { rows, stack } from './scene';
import { addressOf } from './weak';

interface Described {
  readonly paths: Record<
    string,
    { get?: { parameters?: { name: string; in: string; schema?: { type?: string } }[] } }
  >;
}

/** A parameter of a list that guests may ask for. */
interface Asked {
  readonly path: string;
  readonly parameter: string;
}

const run = promisify(execFile);
const output = mkdtempSync(join(tmpdir(), 'guildhall-sqlmap-'));
test.afterAll(() => {
  rmSync(output, { recursive: true, force: true });
});

/** Every word that a guest may put into the address of a list, from the description of the API. */
async function openWords(): Promise<Asked[]> {
  const described = (await (await fetch(`${stack.api}/api/openapi.json`)).json()) as Described;
  const words = Object.entries(described.paths)
    .filter(([path]) => !path.includes('{'))
    .flatMap(([path, { get }]) =>
      (get?.parameters ?? [])
        .filter(({ in: place, schema }) => place === 'query' && schema?.type === 'string')
        .map(({ name: parameter }) => ({ path, parameter })),
    );
  const answered = await Promise.all(
    words.map(async ({ path, parameter }) =>
      fetch(`${stack.api}${path}?${parameter}=oak`).then(({ ok }) => ok),
    ),
  );
  return words.filter((_, at) => answered[at]);
}

/** Glues what it is asked into a statement. */
async function glued(): Promise<string> {
  const server = createServer((request, response) => {
    const said = new URL(request.url ?? '/', 'http://localhost').searchParams;
    const [word = ''] = said.values();
    rows(`select email from accounts where name = '${word}'`).then(
      (found) => response.end(JSON.stringify(found)),
      (error: unknown) => response.writeHead(500).end(String(error)),
    );
  });
  return addressOf(server);
}

/** Whether sqlmap finds a way through this parameter into the database. */
async function isInjectable({ path, parameter }: Asked, target: string): Promise<boolean> {
  const { stdout } = await run('sqlmap', [
    ...['-u', `${target}${path}?${parameter}=oak`, '-p', parameter, '--dbms=postgresql'],
    ...['--batch', '--level=2', '--risk=1', '--flush-session', '--disable-coloring'],
    ...['--output-dir', output],
  ]);
  if (!/all tested parameters|injection point\(s\)/.test(stdout))
    throw new Error(`sqlmap could not work: ${stdout.slice(-500)}`);
  return stdout.includes('sqlmap identified the following injection point');
}

test('a scanner of strangers finds no statement behind a word that a guest may send', async () => {
  test.setTimeout(600_000);
  const [first, ...others] = await openWords();
  if (!first) throw new Error('the description of the API has no list for guests');
  expect(others.length).toBeGreaterThan(3);
  const succeeds = (one: Asked, target: string) => isInjectable(one, target);
  const tries = [first, ...others];
  expect(await attack({ tries, house: stack.api, weak: await glued(), succeeds })).toEqual([]);
});
