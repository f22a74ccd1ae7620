import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { replay, run } from './run';
import { fixtures, keep, shrink, type Fixture } from './shrink';

interface Plan {
  readonly seed: number;
  readonly steps: number;
  /** A world is left alone after so many steps, comes to rest and is counted; the next begins. */
  readonly perRun: number;
  /** What breaks is made as short as it can be and kept. */
  readonly save: boolean;
  readonly tell: (line: string) => void;
}

/** Many runs after each other, each with a seed and a swarm of its own. */
export async function simulate({ seed, steps, perRun, save, tell }: Plan) {
  const heads = createHash('sha256');
  const from = performance.now();
  const cpu = process.cpuUsage();
  let done = 0;
  for (let turn = 0; done < steps; turn += 1) {
    const own = seed * 100_003 + turn;
    const outcome = await run(own, Math.min(perRun, steps - done));
    const { steps: count, head, broken } = outcome;
    done += count;
    heads.update(head);
    if (!broken) continue;
    tell(`run ${String(own)} broke at step ${String(broken.step)}: ${broken.rule}`);
    tell(broken.seen);
    if (save) tell(`kept: ${keep(own, await shrink(own, outcome))}`);
    const { rule, step } = broken;
    return { steps: done, seconds: since(from), violations: 1, rule, seed: own, step };
  }
  const { user, system } = process.cpuUsage(cpu);
  const cpuSeconds = Math.round((user + system) / 10_000) / 100;
  const head = heads.digest('hex');
  return { head, cpuSeconds, steps: done, seconds: since(from), violations: 0 };
}

/** Everything that was ever kept is played again. */
export async function playFixtures(tell: Plan['tell']) {
  const from = performance.now();
  const names = existsSync(fixtures) ? readdirSync(fixtures).sort() : [];
  let steps = 0;
  let violations = 0;
  for (const name of names) {
    const { swarm, moves } = JSON.parse(readFileSync(join(fixtures, name), 'utf8')) as Fixture;
    const { broken } = await replay({ ...swarm }, moves);
    steps += moves.length;
    if (!broken) continue;
    violations += 1;
    tell(`${name}: ${broken.rule}: ${broken.seen}`);
  }
  return { fixtures: names.length, steps, seconds: since(from), violations };
}

const since = (from: number): number => Math.round((performance.now() - from) / 10) / 100;
