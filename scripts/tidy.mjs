// Names, sizes and leftovers that no other check sees. The rules are in tidy-rules.mjs.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { at, root } from './environment.mjs';
import { faultsIn } from './tidy-rules.mjs';

const text = /[.](ts|mts|js|mjs|cjs|html|scss|css|md|yml|yaml|mjml|hbs|sql)$/;

const files = execFileSync('git', ['ls-files', '-co', '--exclude-standard', '-z'], {
  cwd: root,
  encoding: 'utf8',
  maxBuffer: 64 * 2 ** 20,
})
  .split('\0')
  .filter((path) => text.test(path) && existsSync(at(path)));

const faults = files.flatMap((path) => faultsIn(path, readFileSync(at(path), 'utf8')));
for (const fault of faults) console.log(fault);
console.log(`${files.length} files, ${faults.length} faults`);
process.exit(faults.length ? 1 : 0);
