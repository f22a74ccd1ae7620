// npm start: everything a newcomer needs, in one command. `-- --fresh` begins again with new data.
import { onPinnedNode } from './runtime.mjs';

await onPinnedNode();
const { sayAndExit } = await import('./advice.mjs');
const { settings } = await import('./environment.mjs');
const { forgetEverything } = await import('./fresh.mjs');
const { stopOnSignals } = await import('./signals.mjs');
const { Stack } = await import('./stack.mjs');
const { box, elapsed, step } = await import('./steps.mjs');

try {
  const plan = settings();
  if (process.argv.includes('--fresh'))
    await step('Begin again', () => forgetEverything(plan.home));
  const stack = new Stack(plan);
  stopOnSignals(stack);
  if (!(await stack.start())) await new Promise(() => undefined);
  const { web, admin, api, sandbox } = plan.ports;
  const lines = [
    `Guildhall is up after ${elapsed()}. Ctrl-C stops it.`,
    '',
    `Marketplace   http://localhost:${web}`,
    `Admin         http://localhost:${admin}`,
    `API           http://localhost:${api}/health/ready`,
    `Sandbox       http://localhost:${sandbox}   (mailbox, phone, authenticator, payments, clock)`,
    '',
    'Log in with any of these, password guildhall-demo-1:',
    '  marketplace   client@demo.guildhall.local, provider@demo.guildhall.local',
    '  admin         support@, finance.maker@, finance.checker@, compliance@,',
    '                auditor@ and superadmin@demo.guildhall.local',
    `                and a code: http://localhost:${sandbox}/console/authenticator`,
    '',
    `Data and logs are in ${plan.home}.`,
  ];
  console.log(`\n${box(lines)}\n`);
} catch (problem) {
  sayAndExit(problem);
}
