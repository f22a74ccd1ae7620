interface Rules {
  faultsIn(path: string, text: string): string[];
}

const long = (lines: number) => 'x();\n'.repeat(lines);
const half = (first: string, second: string) => `${first}${second}`;

describe('the tidy check', () => {
  let faultsIn: Rules['faultsIn'];
  beforeAll(async () => {
    const rules = '../scripts/tidy-rules.mjs';
    ({ faultsIn } = (await import(rules)) as Rules);
  });

  it.each([
    ['libs/kernel/string-utils.ts', '', 'we do not use "utils"'],
    ['apps/api/src/money/shared/fees.ts', '', 'we do not use "shared"'],
    ['libs/ui/button.component.ts', '', 'not a suffix'],
    ['libs/ui/moneyInput.ts', '', 'kebab-case'],
    ['libs/kernel/a.ts', 'export class StreamManager {}', 'we do not use "manager"'],
    ['libs/kernel/a.ts', 'export function processPayment() {}', 'we do not use "process"'],
    ['libs/kernel/data.ts', '', 'we do not use "data"'],
    ['libs/kernel/a.ts', 'const data = 1;', 'we do not use "data"'],
    ['libs/kernel/a.ts', 'class A { handle() {} }', 'we do not use "handle"'],
    ['libs/kernel/a.ts', 'const a = b as any;', 'says any'],
    ['libs/kernel/a.ts', `// ${half('TO', 'DO')}: later`, 'is unfinished'],
    ['docs/a.md', half('FIX', 'ME'), 'is unfinished'],
    ['docs/a.md', half('see /home/', 'someone/notes'), 'names a path'],
    ['libs/kernel/a.ts', half('// eslint-', 'disable-next-line'), 'silences a check'],
    ['libs/kernel/a.ts', `// ${'x'.repeat(120)}`, 'characters wide'],
    ['libs/kernel/a.ts', long(300), 'has 301 lines'],
    ['test/a.spec.ts', "it.skip('x', () => {});", 'leaves a test out'],
    ['test/a.spec.ts', "xdescribe('x', () => {});", 'leaves a test out'],
    ['test/a.spec.ts', "test.describe.only('x', () => {});", 'leaves a test out'],
  ])('accuses %s', (path, text, fault) => {
    expect(faultsIn(path, text).join('\n')).toContain(fault);
  });

  it.each([
    ['apps/api/src/people/accounts/commands/log-in.ts', 'export class LogInHandler {}'],
    ['libs/kernel/database.ts', 'class A extends B { process() {} }'],
    ['libs/kernel/a.ts', 'function evolve(state: State, data: Fact) { return data; }'],
    ['test/a.spec.ts', "it.each([1])('x', () => {});"],
  ])('has nothing against %s', (path, text) => {
    expect(faultsIn(path, text)).toEqual([]);
  });
});
