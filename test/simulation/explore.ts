import type { Fact } from '@eventstore/record';
import { nexts } from './small-moves';
import { aggregates, books, kindOf, type State } from './small-state';
import { initiated, kinds, signed } from './small-world';
import type { Violation } from './violation';

const keyOf = ({ at, balances, mail, done }: State): string =>
  `${Object.values(at).join()}|${String(balances)}|${listed(mail)}|${listed(done)}`;
const listed = (all: Readonly<Record<string, number | string>>): string =>
  Object.entries(all)
    .filter(([, one]) => one !== 0)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .join(';');

function begin(count: number): State {
  const at: Record<string, number> = {};
  const first = (name: string, fact?: Fact) => {
    const kind = kinds[kindOf(name)];
    if (!kind) return;
    at[name] = aggregates.place(fact ? kind.evolve(kind.initial, fact) : kind.initial);
  };
  first('escrow', signed(count));
  for (let one = 0; one < count; one += 1) first(`deposit${String(one)}`, initiated(one));
  first('payout');
  first('chargeback');
  return { at, balances: books.place({}), mail: {}, done: {} };
}

/** Breadth first, so that the way to a broken rule is a shortest one. */
export function explore(count: number, most: number) {
  const from = performance.now();
  const first = begin(count);
  const seen = new Map([[keyOf(first), 0]]);
  const ways: [parent: number, label: string][] = [[-1, 'both signed']];
  let layer: [State, number][] = [[first, 0]];
  let [transitions, diameter] = [0, 0];
  const summary = (violations: number, more: object) => ({
    ...{ states: seen.size, transitions, diameter, complete: layer.length === 0 },
    ...{ seconds: Math.round((performance.now() - from) / 10) / 100, violations, ...more },
  });
  for (; layer.length > 0 && seen.size < most; diameter += 1) {
    const further: [State, number][] = [];
    for (const [now, place] of layer)
      for (const next of nexts(now, count)) {
        try {
          const after = next[1]();
          if (!after) continue;
          transitions += 1;
          const key = keyOf(after);
          if (seen.has(key)) continue;
          seen.set(key, ways.length);
          further.push([after, ways.length]);
          ways.push([place, next[0]]);
        } catch (error) {
          const { rule, seen: what } = error as Violation;
          const trace = [...wayTo(ways, place), next[0]];
          return summary(1, { rule, what, trace });
        }
      }
    layer = further;
  }
  return summary(0, {});
}

function wayTo(ways: readonly [number, string][], place: number): string[] {
  const [parent, label] = ways[place] ?? [-1, ''];
  return parent < 0 ? [label] : [...wayTo(ways, parent), label];
}
