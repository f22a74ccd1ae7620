import { quiet } from './quiet';
import { Chance } from './random';
import { disputeSteps } from './steps-disputes';
import { insideSteps } from './steps-inside';
import { marketSteps, type Step } from './steps-market';
import { outsideSteps } from './steps-outside';
import { staffSteps } from './steps-staff';
import { Violation } from './violation';
import { World, type Swarm } from './world';
import { instants } from './instants';

/** One step of a run: what is done, and the seed of its own chance. Steps can be left out. */
export type Move = readonly [kind: string, seed: number];

const steps: Readonly<Record<string, Step>> = {
  ...marketSteps,
  ...outsideSteps,
  ...insideSteps,
  ...disputeSteps,
  ...staffSteps,
};
const kinds = Object.entries(steps);
const features = [
  ...(['disputes', 'holds', 'chargebacks', 'refunds', 'payouts', 'journals', 'goodwill'] as const),
  ...(['crashes', 'losses', 'copies', 'jumps', 'crowds', 'dollars', 'deadlines'] as const),
];

/** Which features this seed has; most seeds have most. */
export function swarmOf(seed: number): Swarm {
  const chance = new Chance(seed ^ 0x5eed);
  return Object.fromEntries(features.map((one) => [one, chance.percent(75)])) as unknown as Swarm;
}

export interface Outcome {
  readonly steps: number;
  readonly head: string;
  readonly moves: readonly Move[];
  readonly broken: { readonly rule: string; readonly seen: string; readonly step: number } | null;
}

const recountEvery = 500;

/** One run: so many steps, then all that is on its way arrives and everything is counted again. */
export async function run(seed: number, most: number): Promise<Outcome> {
  const chance = new Chance(seed);
  const weights = kinds.map(() => 0);
  const next = (world: World): Move | null => {
    let total = 0;
    for (const [at, [, step]] of kinds.entries()) total += weights[at] = step.weight(world);
    let rest = total === 0 ? 0 : chance.below(total);
    const at = weights.findIndex((weight) => (rest -= weight) < 0);
    return at < 0 ? null : [kinds[at]?.[0] ?? '', chance.next()];
  };
  return play(swarmOf(seed), next, most);
}

/** The same steps again, or some of them. */
export function replay(swarm: Swarm, moves: readonly Move[]): Promise<Outcome> {
  let at = 0;
  return play(swarm, () => moves[at++] ?? null, moves.length);
}

async function play(
  swarm: Swarm,
  next: (world: World) => Move | null,
  most: number,
): Promise<Outcome> {
  instants.ids = 0;
  const world = new World(swarm);
  const moves: Move[] = [];
  try {
    for (const side of world.sides) for (const one of side.followers) await one.load();
    while (moves.length < most) {
      const move = next(world);
      if (!move) break;
      moves.push(move);
      await step(world, move);
      if (moves.length % recountEvery === 0) world.watch.recount(world.tables.record.accounts);
    }
    await quiet(world);
  } catch (error) {
    const first = world.violation ?? error;
    const broken =
      first instanceof Violation
        ? first
        : new Violation('no errors but refusals', String((first as Error).stack));
    const { rule, seen } = broken;
    return { ...outcome(world, moves), broken: { rule, seen, step: moves.length } };
  }
  return { ...outcome(world, moves), broken: null };
}

const outcome = (world: World, moves: readonly Move[]) => ({
  steps: moves.length,
  head: world.tables.record.head(),
  moves,
});

const crowdable = new Set(['order', 'release', 'refund', 'payout', 'webhook']);

async function step(world: World, [kind, seed]: Move): Promise<void> {
  const one = steps[kind];
  if (!one) return;
  world.chance = new Chance(seed);
  world.now += world.chance.below(20_000);
  if (one.weight(world) === 0) return;
  // Several at once: they share a transaction, or find that another was faster.
  const many = world.swarm.crowds && crowdable.has(kind) && world.chance.percent(10);
  if (many) await Promise.all([one.run(world), one.run(world), one.run(world)]);
  else await one.run(world);
  if (world.violation) throw world.violation;
}
