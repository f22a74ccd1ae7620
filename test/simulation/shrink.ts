import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { replay, swarmOf, type Move, type Outcome } from './run';
import type { Swarm } from './world';

/** A run that once broke a rule, as few steps as it takes. It is played again by every test run. */
export interface Fixture {
  readonly rule: string;
  readonly seen: string;
  readonly swarm: Swarm;
  readonly moves: readonly Move[];
}

const mostTries = 300;

/** Leaves out ever smaller pieces of the steps for as long as the same rule is broken (ddmin). */
export async function shrink(seed: number, { moves, broken }: Outcome): Promise<Fixture> {
  const rule = broken?.rule ?? '';
  const swarm = swarmOf(seed);
  let best = [...moves];
  let seen = broken?.seen ?? '';
  let tries = 0;
  for (let size = best.length >> 1; size >= 1 && tries < mostTries;) {
    let isShorter = false;
    for (let at = 0; at < best.length && tries < mostTries; tries += 1) {
      const fewer = [...best.slice(0, at), ...best.slice(at + size)];
      const again = await replay({ ...swarm }, fewer);
      if (again.broken?.rule !== rule) at += size;
      else {
        best = fewer.slice(0, again.moves.length);
        ({ seen } = again.broken);
        isShorter = true;
      }
    }
    if (!isShorter || size > best.length) size = Math.min(size, best.length) >> 1;
  }
  return { rule, seen: seen.split('\n')[0] ?? '', swarm, moves: best };
}

export const fixtures = join(import.meta.dirname, 'fixtures');

export function keep(seed: number, fixture: Fixture): string {
  mkdirSync(fixtures, { recursive: true });
  const words = fixture.rule.replaceAll(/[^a-z0-9]+/g, '-');
  const path = join(fixtures, `${words}-${String(seed)}.json`);
  writeFileSync(path, `${JSON.stringify(fixture)}\n`);
  return path;
}
