import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const root = join(__dirname, '..');
const escrow = 'apps/api/src/money/escrow';
const jobs = 'apps/api/src/market/jobs';

/** One file each: what it is, what it imports, and the rule that must catch it. */
const violations: [rule: string, file: string, imports: string][] = [
  ['no-cycles', `${jobs}/commands/ring-a.ts`, './ring-b'],
  ['nothing-unresolved', `${jobs}/commands/dreams.ts`, './nowhere'],
  ['money-imports-nothing', 'libs/money/greedy.ts', 'zod'],
  ['money-imports-nothing', 'libs/money/clever.ts', 'node:crypto'],
  ['verifier-imports-nothing', 'libs/verifier/lazy.ts', '@money'],
  ['sdk-stands-alone', 'libs/sdk/at-home.ts', '@wire/jobs'],
  ['wire-is-small', 'libs/wire/heavy.ts', '@nestjs/common'],
  ['record-stands-on-money-and-primitives', 'libs/eventstore-client/nosy.ts', '@wire/jobs'],
  ['kernel-stands-on-the-libs', 'libs/kernel/pretty.ts', '@ui/button'],
  ['libs-never-import-apps', 'libs/kernel/upward.ts', `../../${jobs}/index`],
  ['product-never-imports-tests', `${jobs}/commands/cheat.ts`, '../../../../../../test/given'],
  ['domain-is-pure', `${escrow}/domain/acts.ts`, '../commands/release'],
  ['domain-is-pure', `${escrow}/domain/wide.ts`, '../queries/balance'],
  ['domain-is-pure', `${escrow}/domain/foreign.ts`, '../../../market/jobs/index'],
  ['domain-uses-zod-only', `${escrow}/domain/framed.ts`, '@nestjs/common'],
  ['domain-reaches-no-outside', `${escrow}/domain/detour.ts`, '@kernel/store'],
  ['domain-reaches-no-outside', `${escrow}/domain/reads.ts`, 'node:fs'],
  ['commands-decide', `${escrow}/commands/peeks.ts`, '../projections/statement'],
  ['queries-ask-projections', `${escrow}/queries/decides.ts`, '../commands/release'],
  ['projections-follow-events', `${escrow}/projections/commands.ts`, '../commands/release'],
  ['projections-follow-events', `${escrow}/projections/decides.ts`, '../domain/escrow'],
  ['policies-turn-facts-into-commands', `${escrow}/policies/asks.ts`, '../queries/balance'],
  ['controllers-are-tables', `${escrow}/escrow.controller.ts`, './domain/escrow'],
  ['controllers-are-tables', `${escrow}/deep.controller.ts`, '@kernel/store'],
  ['adapters-touch-the-outside-only', `${escrow}/adapters/boss.ts`, '../commands/release'],
  ['one-door', `${jobs}/policies/burglar.ts`, '../../../money/escrow/domain/escrow.events'],
  ['a-door-opens-inwards', `${jobs}/index.ts`, '../../money/escrow/index'],
  ['contexts-know-only-the-config', `${escrow}/escrow.module.ts`, '../../app.module'],
  ['the-outside-is-touched-in-adapters', `${escrow}/commands/pays.ts`, 'razorpay'],
  ['server-stays-on-the-server', 'apps/api/src/app.module.ts', '@ui/button'],
  ['sandbox-knows-nothing-of-ours', 'apps/sandbox/src/insider.ts', '@wire/jobs'],
  ['sandbox-knows-nothing-of-ours', 'apps/sandbox/src/friend.ts', '../../api/src/config'],
  ['web-knows-the-wire', 'apps/marketplace/src/app/wallet/thief.ts', '@kernel/store'],
  ['web-knows-the-wire', 'apps/admin/src/app/users/twin.ts', '../../../../marketplace/src/main'],
  ['ui-knows-the-wire', 'libs/ui/lost.ts', '@eventstore/record'],
  ['no-server-packages-in-the-browser', 'apps/marketplace/src/app/wallet/pool.ts', 'pg'],
  ['no-angular-on-the-server', `${jobs}/commands/drawn.ts`, '@angular/core'],
  ['a-feature-never-imports-another', 'apps/marketplace/src/app/wallet/near.ts', '../jobs/page'],
];

/** What the table of docs/architecture.md allows must stay silent. */
const allowed: [file: string, ...imports: string[]][] = [
  ['libs/wire/jobs.ts', 'zod', '@casl/ability', '@money', './primitives'],
  ['libs/wire/primitives.ts', 'zod', '@money'],
  ['libs/eventstore-client/record.ts', '@money', '@wire/primitives', 'pg'],
  ['libs/kernel/store.ts', '@money', '@wire/jobs', '@eventstore/record', '@nestjs/common'],
  ['libs/kernel/http/can.ts', '@wire/jobs'],
  ['libs/kernel/decide.ts', '@money'],
  ['libs/verifier/verify.ts', 'node:crypto'],
  ['libs/ui/button.ts', '@angular/core', '@wire/jobs', '@money'],
  [`${escrow}/domain/escrow.events.ts`, 'zod', '@wire/primitives'],
  [`${escrow}/domain/escrow.ts`, './escrow.events', '@money', '@kernel/decide'],
  [`${escrow}/commands/release.ts`, '../domain/escrow', '@wire/jobs', '@kernel/store'],
  [`${escrow}/projections/statement.ts`, '../domain/escrow.events', '@kernel/store'],
  [`${escrow}/queries/balance.ts`, '../projections/statement', '@wire/jobs'],
  [
    `${escrow}/policies/hold-when-job-closes.ts`,
    '../commands/release',
    '../../../market/jobs/index',
  ],
  [`${escrow}/adapters/razorpay.ts`, 'razorpay', '../../../config'],
  [`${escrow}/index.ts`, './domain/escrow.events', './commands/release'],
  [`${jobs}/commands/publish.ts`, '../../../money/escrow/index', '@kernel/store'],
  [`${jobs}/queries/job-page.ts`, '../../../money/escrow/index'],
  ['apps/api/src/config.ts', 'zod'],
  ['apps/marketplace/src/main.ts', '@angular/core', '@ui/button', '@wire/jobs'],
  ['apps/marketplace/src/app/jobs/page.ts', '@ui/button'],
  ['apps/sandbox/src/main.ts', '@money', '@wire/primitives'],
  ['libs/money/money.ts'],
  ['test/given.ts'],
];

interface Report {
  summary: { violations: { rule: { name: string }; from: string }[] };
}

describe('the house rules of imports', () => {
  let found: { rule: string; file: string }[];
  const planted = mkdtempSync(join(tmpdir(), 'guildhall-plan-'));

  beforeAll(() => {
    build(planted);
    const output = cruise(planted);
    found = (JSON.parse(output) as Report).summary.violations.map((violation) => ({
      rule: violation.rule.name,
      file: violation.from,
    }));
  });
  afterAll(() => rmSync(planted, { recursive: true }));

  it.each(violations)('%s catches %s', (rule, file) => {
    expect(found).toContainEqual({ rule, file });
  });

  it('let everything pass that the table allows', () => {
    const innocent = allowed.map(([file]) => file);
    const accused = found.filter(({ file }) => innocent.includes(file));
    expect(accused).toEqual([]);
  });

  it('have no rule that was never planted', async () => {
    const rules = /name: '([a-z-]+)'|(?:may|never)\(\s*'([a-z-]+)'/g;
    const { readFileSync } = await import('node:fs');
    const text = readFileSync(join(root, '.dependency-cruiser.mjs'), 'utf8');
    const names = [...text.matchAll(rules)].map(([, first, second]) => first ?? second);
    const proved = new Set(violations.map(([rule]) => rule));
    expect(names.filter((name) => name !== undefined && !proved.has(name))).toEqual([]);
  });
});

function build(place: string): void {
  for (const name of ['.dependency-cruiser.mjs', 'tsconfig.json', 'tsconfig.server.json']) {
    cpSync(join(root, name), join(place, name));
  }
  cpSync(join(root, 'tsconfig.spec.json'), join(place, 'tsconfig.spec.json'));
  for (const [file, ...imports] of allowed) write(place, file, imports);
  for (const [, file, imports] of violations) write(place, file, [imports]);
  write(place, `${jobs}/commands/ring-b.ts`, ['./ring-a']);
  for (const name of packagesOf([...violations.map(([, , to]) => to), ...allowed.flat()])) {
    write(place, `node_modules/${name}/index.js`, []);
    writeFileSync(join(place, `node_modules/${name}/package.json`), JSON.stringify({ name }));
  }
}

function packagesOf(imports: string[]): string[] {
  const real = /^(@nestjs|@angular|@casl)\/|^(zod|pg|razorpay)$/;
  return imports.filter((name) => real.test(name));
}

function write(place: string, file: string, imports: string[]): void {
  mkdirSync(dirname(join(place, file)), { recursive: true });
  const lines = imports.map((name) => `import '${name}';`);
  writeFileSync(join(place, file), [...lines, 'export {};', ''].join('\n'));
}

function cruise(place: string): string {
  const program = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs');
  const args = ['-c', '.dependency-cruiser.mjs', '--output-type', 'json', 'apps', 'libs'];
  return execFileSync(process.execPath, [program, ...args], {
    cwd: place,
    encoding: 'utf8',
    maxBuffer: 64 * 2 ** 20,
  });
}
