import type { Fault } from './memory-database';
import type { Step } from './steps-market';
import type { World } from './world';

const faults: readonly Fault['kind'][] = ['before', 'after', 'lost'];

/** What our own processes do by themselves, and what happens to them. */
export const insideSteps: Readonly<Record<string, Step>> = {
  fact: {
    weight: (world) => Math.min(120, behind(world) * 4),
    run: (world) => carryFact(world),
  },
  job: {
    weight: ({ tables }) => Math.min(30, tables.jobs.size * 10),
    run: (world) => runJob(world),
  },
  deadline: {
    weight: ({ tables, now }) => (tables.timers.isDue(new Date(now).toISOString()) ? 30 : 0),
    run: (world) => fire(world),
  },
  time: {
    weight: () => 6,
    async run(world) {
      const { chance } = world;
      world.now += chance.below(3_600_000);
      if (world.swarm.jumps && chance.percent(6)) world.now += chance.between(1, 20) * 86_400_000;
    },
  },
  repeat: {
    weight: ({ unanswered }) => Math.min(30, unanswered.length * 5),
    async run(world) {
      const at = world.chance.below(world.unanswered.length);
      const [wish] = world.unanswered.splice(at, 1);
      if (wish) await world.attempt(wish);
    },
  },
  repeatAnswered: {
    weight: ({ answered, swarm }) => (swarm.copies && answered.length > 0 ? 5 : 0),
    async run(world) {
      const wish = world.chance.pick(world.answered);
      if (wish) await world.attempt(wish);
    },
  },
  misuse: {
    weight: ({ answered, swarm }) => (swarm.copies && answered.length > 0 ? 2 : 0),
    async run(world) {
      const wish = world.chance.pick(world.answered);
      if (wish) await world.misuse(wish);
    },
  },
  crash: {
    weight: ({ swarm }) => (swarm.crashes ? 1 : 0),
    async run(world) {
      if (world.chance.percent(25)) await world.restart(world.chance.below(2));
    },
  },
  break: {
    weight: ({ swarm }) => (swarm.crashes ? 4 : 0),
    async run(world) {
      const { chance } = world;
      world.breakNext({ kind: chance.pick(faults) ?? 'before', inWrites: chance.below(3) });
    },
  },
};

/** Facts that somebody has not looked at, up to a few. */
function behind(world: World): number {
  const last = world.facts.length;
  let most = 0;
  for (const { consumer } of world.worker.followers)
    most = Math.max(most, last - (world.looked.get(consumer.name) ?? 0));
  return most;
}

/** The next fact that concerns one consumer; whatever concerns nobody is passed over. */
export async function carryFact(world: World): Promise<void> {
  const { followers } = world.worker;
  const waiting = followers.filter(({ consumer }) => skip(world, consumer.name, consumer.on));
  const follower = world.chance.pick(waiting);
  if (!follower) return;
  const { name } = follower.consumer;
  const at = world.looked.get(name) ?? 0;
  const fact = world.facts[at];
  if (!fact) return;
  if (!follower.isReady) world.now += 2_001;
  const done = await world.carry(name, () => follower.take([fact], fact.position));
  // After a failure it stands where the tables say it stands.
  if (done || follower.position.pos >= fact.position.pos) world.looked.set(name, at + 1);
}

function skip(world: World, name: string, on: Readonly<Record<string, unknown>>): boolean {
  let at = world.looked.get(name) ?? 0;
  while (at < world.facts.length && !on[world.facts[at]?.type ?? '']) at += 1;
  world.looked.set(name, at);
  return at < world.facts.length;
}

export const isBehind = (world: World): boolean =>
  world.worker.followers.some(({ consumer }) => skip(world, consumer.name, consumer.on));

export async function runJob(world: World): Promise<void> {
  const { tables, chance } = world;
  const job = chance.pick([...tables.jobs.values()]);
  if (!job) return;
  const { queue, name, payload, id } = job;
  const done = await world.carry(`job ${id}`, () => world.side().job(queue, name, payload));
  // A worker may die after the work and before it says so: then it is done again.
  if (done && !(world.swarm.crashes && chance.percent(10))) tables.jobs.delete(id);
}

export async function fire(world: World): Promise<void> {
  await world.carry('a deadline', () => world.worker.timers.fireOne());
}
