import type { Links } from '@wire/screening-links';

const width = 640;
const height = 380;
/** What a name needs beside and below its dot. */
const margin = { across: 90, above: 30, below: 42 };
const narrowest = 300;

export interface Dot {
  readonly id: string;
  readonly name: string;
  readonly hops: number;
  readonly isOpen: boolean;
  readonly x: number;
  readonly y: number;
}

const rings = [
  { across: 0, down: 0 },
  { across: 150, down: 90 },
  { across: 265, down: 150 },
];

/** The account of the case in the middle, and around it a ring for each step. */
export function layout({ nodes }: Pick<Links, 'nodes'>): Dot[] {
  const seen = [0, 0, 0];
  return nodes.map(({ account, hops, openCaseId }) => {
    const ring = rings[hops] ?? { across: 0, down: 0 };
    const count = nodes.filter((one) => one.hops === hops).length;
    const at = seen[hops] ?? 0;
    seen[hops] = at + 1;
    // The outer ring begins between two of the inner one, so that names stand less in each other's way.
    const turn = (2 * Math.PI * (at + (hops - 1) / 2)) / count - Math.PI / 2;
    return {
      ...{ id: account.id, name: account.name, hops, isOpen: openCaseId !== null },
      x: Math.round(width / 2 + ring.across * Math.cos(turn)),
      y: Math.round(height / 2 + ring.down * Math.sin(turn)),
    };
  });
}

/** No more paper than the drawing needs, so that few accounts are not lost on it. */
export function boxOf(dots: readonly Dot[]): { view: string; width: number } {
  const [xs, ys] = [dots.map(({ x }) => x), dots.map(({ y }) => y)];
  const [least, most] = [Math.min(...xs) - margin.across, Math.max(...xs) + margin.across];
  // Of few accounts the letters are as large as of many.
  const across = Math.max(most - least, narrowest);
  const top = Math.min(...ys) - margin.above;
  const down = Math.max(...ys) + margin.below - top;
  const left = (least + most - across) / 2;
  return { view: [left, top, across, down].join(' '), width: across };
}
