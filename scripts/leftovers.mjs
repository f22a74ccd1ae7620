import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { identify, isAlive, read, signal } from './processes.mjs';
import { step } from './steps.mjs';

/** Stops what a killed start left running: it still holds the ports and the database. */
export async function stopLeftovers(home) {
  const left = livingPids(JSON.parse(read(join(home, 'children.json')) || '[]'));
  if (left.length === 0) return;
  await step('Stop what a killed start left', async () => {
    for (const pid of left) signal(pid, 'SIGTERM');
    for (let waited = 0; left.some(isAlive); waited += 100) {
      if (waited === 5_000) for (const pid of left) signal(pid, 'SIGKILL');
      await pause(100);
    }
  });
}

/** The pids of those children that are still the same process as when they were written down. */
export function livingPids(children) {
  return children
    .filter(({ identity }) => identity)
    .map(({ identity }) => ({ identity, pid: Number(identity.split(' ')[0]) }))
    .filter(({ identity, pid }) => identify(pid) === identity)
    .map(({ pid }) => pid);
}
