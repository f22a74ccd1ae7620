import type { Token } from './name-tokens';

/** Sixteen words of 32 bits a name: eight for pairs of letters, eight for pairs of sounds. */
export const lanes = 16;
const half = lanes / 2;

/** Sets one bit for every pair of neighbours in every word, the beginning of a word among them. */
export function signatureInto(into: Uint32Array, at: number, tokens: readonly Token[]): void {
  for (const { word, sound } of tokens) {
    pairsInto(into, at, ` ${word}`);
    pairsInto(into, at + half, ` ${sound} `);
  }
}

function pairsInto(into: Uint32Array, at: number, text: string): void {
  for (let i = 1; i < text.length; i += 1) {
    const hash = Math.imul(text.charCodeAt(i - 1) * 37 + text.charCodeAt(i), 0x9e3779b1) >>> 24;
    const lane = at + (hash >>> 5);
    into[lane] = (into[lane] ?? 0) | (1 << (hash & 31));
  }
}

function bits(word: number): number {
  let n = word - ((word >>> 1) & 0x55555555);
  n = (n & 0x33333333) + ((n >>> 2) & 0x33333333);
  return Math.imul((n + (n >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** How many pairs each name has, of letters and of sounds: counted once, asked for at every question. */
export function sizesOf(all: Uint32Array): Uint8Array {
  const sizes = new Uint8Array((all.length / lanes) * 2);
  all.forEach((word, lane) => {
    const at = Math.floor(lane / half);
    sizes[at] = (sizes[at] ?? 0) + bits(word);
  });
  return sizes;
}

/** Half of what is compared is how much both have, half how much of the shorter is in the longer. */
function alike(both: number, one: number, other: number): number {
  return both === 0 ? 0 : (2 * both) / (one + other) + both / Math.min(one, other);
}

export interface Signatures {
  readonly all: Uint32Array;
  readonly sizes: Uint8Array;
}

/** The places of the names whose letters or sounds are likest, at most so many. */
export function likest({ all, sizes }: Signatures, asked: Uint32Array, most: number): number[] {
  const count = all.length / lanes;
  const points = new Float32Array(count);
  const [ownLetters = 0, ownSounds = 0] = sizesOf(asked);
  for (let name = 0; name < count; name += 1) {
    const at = name * lanes;
    let [letters, sounds] = [0, 0];
    for (let lane = 0; lane < half; lane += 1) {
      letters += bits((asked[lane] ?? 0) & (all[at + lane] ?? 0));
      sounds += bits((asked[half + lane] ?? 0) & (all[at + half + lane] ?? 0));
    }
    const byLetters = alike(letters, ownLetters, sizes[2 * name] ?? 0);
    const bySounds = alike(sounds, ownSounds, sizes[2 * name + 1] ?? 0);
    points[name] = Math.max(byLetters, bySounds) + 0.5 * Math.min(byLetters, bySounds);
  }
  return strongest(points, most);
}

const steps = 512;

/** By counting how many have so many points, not by sorting all of them. */
function strongest(points: Float32Array, most: number): number[] {
  const counts = new Uint32Array(steps + 1);
  const stepOf = (value: number): number => Math.min(steps, Math.floor((value / 3) * steps));
  for (const value of points) {
    const step = stepOf(value);
    counts[step] = (counts[step] ?? 0) + 1;
  }
  let least = steps;
  let taken = counts[least] ?? 0;
  while (least > 1 && taken + (counts[least - 1] ?? 0) <= most) taken += counts[--least] ?? 0;
  const chosen: number[] = [];
  points.forEach((value, name) => {
    if (stepOf(value) >= least) chosen.push(name);
  });
  return chosen;
}
