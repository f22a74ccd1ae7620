import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { at, root } from './environment.mjs';

const git = (...args) => execFileSync('git', args, { cwd: root, encoding: 'utf8' }).trim();
const versionOf = (name) =>
  JSON.parse(readFileSync(at('node_modules', ...name.split('/'), 'package.json'), 'utf8')).version;

/** What a run stood on. The date is the commit's: the same commit makes the same page. */
export function circumstances(chromium) {
  const [, browser = 'unknown'] =
    /([\d.]{5,})/.exec(execFileSync(chromium, ['--version'], { encoding: 'utf8' })) ?? [];
  const [commit, date] = git('log', '-1', '--format=%h %cs').split(' ');
  return {
    Commit: `${commit} of ${date}${git('status', '--porcelain') === '' ? '' : ', with changes'}`,
    'Node.js': process.versions.node,
    Chromium: browser,
    Playwright: versionOf('@playwright/test'),
    Fastify: versionOf('fastify'),
    Nest: versionOf('@nestjs/core'),
    Angular: versionOf('@angular/core'),
  };
}

/**
 * The page of a run.
 * @param {{attempts: number, successes: number, from: string}[]} outcomes one for each thing tried
 * @param {Record<string, string>} circumstances
 * @param {readonly string[]} specs what was proved by specs besides
 */
export function reportOf(outcomes, circumstances, specs) {
  const rows = new Map();
  for (const { from, attempts, successes } of outcomes) {
    const row = rows.get(from) ?? { attempts: 0, successes: 0 };
    rows.set(from, {
      attempts: row.attempts + attempts,
      successes: row.successes + successes,
    });
  }
  const all = [...rows.values()];
  const sum = (what) => all.reduce((total, row) => total + row[what], 0);
  return [
    '# The last attack on ourselves',
    '',
    'Made by `npm run security`; do not edit. Each attack is tried on something weak first, where it has',
    'to succeed ([decision 64](../decisions/0064-an-attack-that-cannot-succeed-proves-nothing.md)).',
    '',
    '| on | |',
    '| --- | --- |',
    ...Object.entries(circumstances).map(([name, value]) => `| ${name} | ${value} |`),
    '',
    '| what ran | attempts | successes |',
    '| --- | --- | --- |',
    ...[...rows]
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([from, row]) => `| \`${from}\` | ${row.attempts} | ${row.successes} |`),
    `| together | ${sum('attempts')} | ${sum('successes')} |`,
    '',
    `Besides, ${specs.length} files of tests ran, which \`test/security/contents.json\` names.`,
    'Of scanners of strangers sqlmap, wapiti and testssl ran. Nobody from outside has tested.',
    '',
  ].join('\n');
}
