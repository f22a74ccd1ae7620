/** One planted fault: an exact edit of one place, and what has to notice it. */
export interface Planted {
  readonly name: string;
  readonly file: string;
  readonly from: string;
  readonly to: string;
  /** The simulation, or the spec that is run on an edited copy. */
  readonly by: 'simulation' | `${string}.spec.ts`;
}
type Edit = readonly [name: string, from: string, to: string];

export const money = 'apps/api/src/money';
export const inFile =
  (file: string, by: Planted['by'] = 'simulation') =>
  (...edits: readonly Edit[]): Planted[] =>
    edits.map(([name, from, to]) => ({ name, file, from, to, by }));
