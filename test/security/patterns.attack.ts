import { expect, test } from '@playwright/test';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { Worker } from 'node:worker_threads';
import { attack } from './attack';

/** The suite is started from the root of the repository. */
const root = process.cwd();
const folders = ['apps/api/src', 'libs/kernel', 'libs/wire', 'libs/money', 'libs/ui/server'];

interface Pattern {
  readonly place: string;
  readonly source: string;
  readonly flags: string;
}

/** Every pattern that is written in the sources of the server and of the wire. */
function patterns(): Pattern[] {
  return folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts') && !name.includes('.spec.'))
      .flatMap((name) => patternsOf(join(folder, name))),
  );
}

function patternsOf(place: string): Pattern[] {
  const found: Pattern[] = [];
  const file = ts.createSourceFile(
    place,
    readFileSync(join(root, place), 'utf8'),
    ts.ScriptTarget.Latest,
  );
  const visit = (node: ts.Node): void => {
    if (node.kind === ts.SyntaxKind.RegularExpressionLiteral) {
      const [, source = '', flags = ''] =
        /^\/(.*)\/(\w*)$/s.exec((node as ts.RegularExpressionLiteral).text) ?? [];
      found.push({ place, source, flags });
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

const length = 50_000;
const units = [
  'a',
  'A',
  '0',
  ' ',
  '-',
  '.',
  '/',
  '_',
  '@',
  ':',
  ',',
  '\t',
  '\n',
  '=',
  '{',
  '\\',
  '"',
  'a.',
  'a-',
  'a@',
  'a ',
  '0,',
  '%',
  '&',
  '<',
  "'",
  'sealed:1:',
];

/** Run apart, so that a pattern that never ends can be ended. */
const body = `
  const { parentPort, workerData: { units, length, budgetMs } } = require('node:worker_threads');
  parentPort.on('message', ({ source, flags }) => {
    let worst = 0;
    for (const unit of units) for (const end of ['', '!', '\\u0000']) {
      const text = unit.repeat(Math.ceil(length / unit.length)).slice(0, length) + end;
      const pattern = new RegExp(source, flags);
      const before = process.threadCpuUsage();
      pattern.test(text);
      const { user, system } = process.threadCpuUsage(before);
      worst = Math.max(worst, (user + system) / 1000);
      if (worst > budgetMs) break;
    }
    parentPort.postMessage(worst);
  });`;

/** Processor time of the worst text, in milliseconds; far above the budget for one that had to be ended. */
class Stopwatch {
  private worker: Worker | undefined;

  async worst(pattern: Pattern): Promise<number> {
    const workerData = { units, length, budgetMs: 50 };
    const worker = (this.worker ??= new Worker(body, { eval: true, workerData }));
    worker.removeAllListeners();
    const outcome = new Promise<number>((done, failed) => {
      worker.once('message', done);
      worker.once('error', failed);
      setTimeout(() => done(Infinity), 20_000).unref();
    });
    worker.postMessage(pattern);
    const spent = await outcome;
    if (spent === Infinity) await this.stop();
    return spent;
  }

  async stop(): Promise<void> {
    await this.worker?.terminate();
    this.worker = undefined;
  }
}

test('fifty thousand signs are read by every pattern at once', async () => {
  const watch = new Stopwatch();
  const unique = new Map(patterns().map((one) => [`/${one.source}/${one.flags}`, one]));
  expect(unique.size).toBeGreaterThan(50);
  const succeeds = async (one: Pattern, target: string) => {
    // The same list with one in it that tries every way to share letters between two loops.
    if (target === 'planted')
      return (await watch.worst({ ...one, source: '^(a+)+$', flags: '' })) > 50;
    return (await watch.worst(one)) > 50;
  };
  const tries = [...unique.values()];
  const through = await attack({ tries, house: 'written', weak: 'planted', succeeds });
  await watch.stop();
  expect(through).toEqual([]);
});
