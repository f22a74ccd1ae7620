import { hash as digest } from 'node:crypto';

/*
 * The Merkle tree of RFC 6962: leaves and nodes are hashed apart, a tree splits at the largest power
 * of two below its size. Everything here is pure; where hashes come from is the caller's business.
 */

const leafPrefix = Buffer.from([0]);
const nodePrefix = Buffer.from([1]);

const sha256 = (bytes: Buffer): Buffer => digest('sha256', bytes, 'buffer');

export const emptyRoot = sha256(Buffer.alloc(0));

export const leafHash = (entry: Buffer): Buffer => sha256(Buffer.concat([leafPrefix, entry]));

export const nodeHash = (left: Buffer, right: Buffer): Buffer =>
  sha256(Buffer.concat([nodePrefix, left, right]));

/** The root over a list of hashes, each of which stands for the same number of leaves. */
export function rootOf(hashes: readonly Buffer[]): Buffer {
  const [only] = hashes;
  if (only === undefined) return emptyRoot;
  if (hashes.length === 1) return only;
  const half = splitOf(hashes.length);
  return nodeHash(rootOf(hashes.slice(0, half)), rootOf(hashes.slice(half)));
}

/** The largest power of two below a size. Numbers stay whole up to 2^53 leaves. */
export function splitOf(size: number): number {
  let half = 1;
  while (half * 2 < size) half *= 2;
  return half;
}

/** Answers the root of the leaves from `start` to before `end`. */
export type Subtree = (start: number, end: number) => Promise<Buffer>;

/** RFC 6962, 2.1.1: from the leaf's sibling up to the root's child. */
export async function inclusionProof(
  index: number,
  size: number,
  subtree: Subtree,
): Promise<Buffer[]> {
  if (index < 0 || index >= size) throw new RangeError(`no leaf ${index} in a tree of ${size}`);
  const path: Buffer[] = [];
  let [start, end] = [0, size];
  while (end - start > 1) {
    const middle = start + splitOf(end - start);
    const isLeft = index < middle;
    path.push(await (isLeft ? subtree(middle, end) : subtree(start, middle)));
    if (isLeft) end = middle;
    else start = middle;
  }
  return path.reverse();
}

/** RFC 6962, 2.1.2: that the tree of `before` leaves is the beginning of the tree of `size`. */
export async function consistencyProof(
  before: number,
  size: number,
  subtree: Subtree,
): Promise<Buffer[]> {
  if (before < 0 || before > size) throw new RangeError(`${before} is no beginning of ${size}`);
  if (before === 0 || before === size) return [];
  const path: Buffer[] = [];
  let [start, end, isWhole] = [0, size, true];
  while (before !== end) {
    const middle = start + splitOf(end - start);
    if (before <= middle) {
      path.push(await subtree(middle, end));
      end = middle;
    } else {
      path.push(await subtree(start, middle));
      start = middle;
      isWhole = false;
    }
  }
  if (!isWhole) path.push(await subtree(start, end));
  return path.reverse();
}

/** The root that a leaf and its path lead to; null when the path has the wrong length. */
export function rootFromInclusion(
  leaf: Buffer,
  index: number,
  size: number,
  path: readonly Buffer[],
): Buffer | null {
  if (index < 0 || index >= size) return null;
  let [place, last, hash] = [index, size - 1, leaf];
  for (const sibling of path) {
    if (last === 0) return null;
    if (place % 2 === 1 || place === last) {
      hash = nodeHash(sibling, hash);
      while (place % 2 === 0 && place !== 0) [place, last] = [half(place), half(last)];
    } else hash = nodeHash(hash, sibling);
    [place, last] = [half(place), half(last)];
  }
  return last === 0 ? hash : null;
}

/** RFC 9162, 2.1.4.2: whether both roots come out of the one path. */
export function isConsistent(
  before: { size: number; root: Buffer },
  after: { size: number; root: Buffer },
  path: readonly Buffer[],
): boolean {
  if (before.size > after.size) return false;
  if (before.size === after.size) return path.length === 0 && before.root.equals(after.root);
  if (before.size === 0) return path.length === 0 && before.root.equals(emptyRoot);
  const isPower = Number.isInteger(Math.log2(before.size));
  const [first, ...rest] = isPower ? [before.root, ...path] : path;
  if (!first) return false;
  let [place, last] = [before.size - 1, after.size - 1];
  while (place % 2 === 1) [place, last] = [half(place), half(last)];
  let [old, now] = [first, first];
  for (const sibling of rest) {
    if (last === 0) return false;
    if (place % 2 === 1 || place === last) {
      old = nodeHash(sibling, old);
      now = nodeHash(sibling, now);
      while (place % 2 === 0 && place !== 0) [place, last] = [half(place), half(last)];
    } else now = nodeHash(now, sibling);
    [place, last] = [half(place), half(last)];
  }
  return last === 0 && old.equals(before.root) && now.equals(after.root);
}

const half = (value: number): number => Math.floor(value / 2);
