import type { LinkKind } from '@wire/screening-links';

/** One thing that accounts share. What it is, nobody is told: the mark is a keyed hash of it. */
export interface Tie {
  readonly kind: LinkKind;
  readonly mark: string;
  readonly accountIds: readonly string[];
}

export interface Graph {
  /** Accounts with their steps from the first one, nearest first. */
  readonly hops: ReadonlyMap<string, number>;
  readonly edges: readonly {
    readonly from: string;
    readonly to: string;
    readonly kind: LinkKind;
    readonly mark: string;
  }[];
  readonly isCut: boolean;
}

export const mostNodes = 50;
export const mostHops = 2;

/**
 * The accounts that hang together with the first one. `rounds` has what was found in each step; those
 * who were reached earlier are kept where there are too many.
 */
export function graphOf(first: string, rounds: readonly (readonly Tie[])[]): Graph {
  const hops = new Map([[first, 0]]);
  let isCut = false;
  rounds.forEach((round, at) => {
    for (const { accountIds } of round) {
      if (!accountIds.some((id) => (hops.get(id) ?? at + 1) <= at)) continue;
      for (const id of accountIds) {
        if (hops.has(id)) continue;
        if (hops.size >= mostNodes) isCut = true;
        else hops.set(id, at + 1);
      }
    }
  });
  return { hops, edges: edgesOf(rounds.flat(), hops), isCut };
}

/** Whoever shares one thing hangs on the nearest of them: a ring of ten is nine edges, not forty-five. */
function edgesOf(ties: readonly Tie[], hops: ReadonlyMap<string, number>): Graph['edges'] {
  const edges = new Map<string, Graph['edges'][number]>();
  const far = (id: string): number => hops.get(id) ?? mostHops + 1;
  for (const { kind, mark, accountIds } of ties) {
    const here = accountIds
      .filter((id) => hops.has(id))
      .toSorted((one, other) => far(one) - far(other) || one.localeCompare(other));
    const [from, ...others] = here;
    for (const to of from === undefined ? [] : others)
      edges.set(`${kind} ${mark} ${to}`, { from: from ?? '', to, kind, mark });
  }
  return [...edges.values()];
}
