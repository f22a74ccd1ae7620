import { createHash } from 'node:crypto';
import { run } from './run';

interface Plan {
  readonly seed: number;
  readonly steps: number;
  /** A world is left alone after so many steps, comes to rest and is counted; the next begins. */
  readonly perRun: number;
}

/** Many runs after each other, each with a seed and a swarm of its own. */
export async function simulate({ seed, steps, perRun }: Plan) {
  const heads = createHash('sha256');
  const from = performance.now();
  const cpu = process.cpuUsage();
  let done = 0;
  for (let turn = 0; done < steps; turn += 1) {
    const own = seed * 100_003 + turn;
    const { steps: count, head, broken } = await run(own, Math.min(perRun, steps - done));
    done += count;
    heads.update(head);
    if (broken) {
      console.log(`run ${own} broke at step ${broken.step}: ${broken.rule}: ${broken.seen}`);
      return { steps: done, seconds: since(from), violations: 1, seed: own, step: broken.step };
    }
  }
  const { user, system } = process.cpuUsage(cpu);
  const head = heads.digest('hex');
  const cpuSeconds = Math.round((user + system) / 10_000) / 100;
  return { head, cpuSeconds, steps: done, seconds: since(from), violations: 0 };
}

const since = (from: number): number => Math.round((performance.now() - from) / 10) / 100;
