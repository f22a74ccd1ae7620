import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from './ports.mjs';
import { removeHome } from './postgres-home.mjs';
import { stopOnSignals } from './signals.mjs';
import { Stack } from './stack.mjs';

/**
 * A whole fresh stack on free ports with data of its own, for as long as the work takes. It leaves
 * nothing behind, unless the work fails: then its logs stay and their place is said.
 *
 * @param {string} name part of the name of its folder
 * @param {(env: object, home: string, ports: object) => Promise<number>} work returns an exit code
 */
export async function withOwnStack(name, plan, work) {
  // Everything comes from one address; that doors ask floods for work has a test of its own.
  process.env.SOFT_LIMIT_FACTOR ??= '1000000';
  const home = mkdtempSync(join(tmpdir(), `guildhall-${name}-`));
  chmodSync(home, 0o755);
  const ports = {};
  for (const part of ['web', 'admin', 'api', 'sandbox', 'mail', 'database']) {
    do ports[part] = await freePort();
    while (new Set(Object.values(ports)).size < Object.keys(ports).length);
  }
  const stack = new Stack({ home, ports, programs: plan.choose?.(ports), ...plan });
  stopOnSignals(stack);
  let code = 1;
  try {
    if (await stack.start()) code = await work(environmentOf(stack, home, ports), home);
  } finally {
    await stack.stop();
    removeHome(join(home, 'postgres'));
    if (code === 0) rmSync(home, { recursive: true, force: true });
    else console.error(`  The logs of this stack are in ${home}/logs.`);
  }
  return code;
}

/** What a driver of the stack has to know, on top of what the stack's own programs know. */
function environmentOf(stack, home, ports) {
  return {
    ...stack.env,
    GUILDHALL_HOME: home,
    MARKETPLACE_URL: `http://localhost:${ports.web}`,
    SANDBOX_URL: `http://localhost:${ports.sandbox}`,
  };
}
