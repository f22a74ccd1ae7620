// npm run bench:money, npm run bench:http: runs test/load/<name>.mjs on a stack of its own. The
// figures compare two things measured in the same run; the last line is JSON.
import { onPinnedNode } from './runtime.mjs';

await onPinnedNode();
const { spawn } = await import('node:child_process');
const { existsSync } = await import('node:fs');
const { Advice, sayAndExit } = await import('./advice.mjs');
const { at, root } = await import('./environment.mjs');
const { withOwnStack } = await import('./own-stack.mjs');
const { programs } = await import('./programs.mjs');

const [name, ...args] = process.argv.slice(2);
const bench = at('test', 'load', `${name}.mjs`);
if (!existsSync(bench)) sayAndExit(new Advice(`There is no benchmark ${name} in test/load.`));

// One address asks as much as it can; the limits have tests of their own.
process.env.REQUESTS_PER_MINUTE = '1000000000';

/** Most benchmarks have the database to themselves. */
const wanted = ['http', 'login'].includes(name) ? ['sandbox', 'api', 'worker'] : [];
const plan = {
  builds: ['server'],
  seed: name === 'http',
  choose: (ports) => programs(ports).filter((program) => wanted.includes(program.name)),
};
const run = (env) =>
  new Promise((done) => {
    const child = spawn(process.execPath, [bench, ...args], { cwd: root, env, stdio: 'inherit' });
    child.once('close', (code) => done(code ?? 1));
  });
process.exit(await withOwnStack(`bench-${name}`, plan, run).catch(sayAndExit));
