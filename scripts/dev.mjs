// npm run dev: the same stack as `npm start`, rebuilt and restarted at every save.
import { onPinnedNode } from './runtime.mjs';

await onPinnedNode();
const { sayAndExit } = await import('./advice.mjs');
const { build } = await import('./builds.mjs');
const { at, settings } = await import('./environment.mjs');
const { stopOnSignals } = await import('./signals.mjs');
const { Stack } = await import('./stack.mjs');
const { programs } = await import('./programs.mjs');
const { elapsed, step } = await import('./steps.mjs');

/** `node --watch` restarts a server as soon as the compiler has written one of its files. */
const watched = (program) => ({
  ...program,
  args: ['--watch-preserve-output', '--watch', ...program.args],
});

const served = (name, port) => ({
  name,
  args: [at('node_modules/@angular/cli/bin/ng.js'), 'serve', name, '--port', String(port)],
  env: { NG_CLI_ANALYTICS: 'false' },
  answers: `http://localhost:${port}/`,
  // A page may be missing while somebody writes it; the server is there all the same.
  worst: 499,
});

const compiler = {
  name: 'compiler',
  args: [at('node_modules/@nestjs/cli/bin/nest.js'), 'build', '--watch'],
};

try {
  const plan = settings();
  await step('Build server', () => build('server'));
  const servers = programs(plan.ports).filter(
    ({ name }) => !['marketplace', 'admin'].includes(name),
  );
  const stack = new Stack({
    ...plan,
    builds: ['server'],
    programs: [
      compiler,
      ...servers.map(watched),
      served('marketplace', plan.ports.web),
      served('admin', plan.ports.admin),
    ],
  });
  stopOnSignals(stack);
  if (!(await stack.start())) await new Promise(() => undefined);
  const { web, admin, sandbox } = plan.ports;
  console.log(`\n  Up after ${elapsed()}, watching. Logs: ${plan.home}/logs. Ctrl-C stops.`);
  console.log(
    `  http://localhost:${web}  http://localhost:${admin}  http://localhost:${sandbox}\n`,
  );
} catch (problem) {
  sayAndExit(problem);
}
