import { leafHash, rootOf, type Subtree } from './merkle';

/*
 * C2SP tlog-tiles: hashes of the tree in tiles of 256, eight levels high, and entries in bundles of
 * 256. A partial tile is the beginning of the full one, so one growing object holds both.
 */

export const tileWidth = 256;
const hashBytes = 32;

/** `1234067` is written `x001/x234/067`. */
export function tileNumber(n: number): string {
  const digits = n.toString().padStart(Math.ceil(n.toString().length / 3) * 3, '0');
  const groups = digits.match(/\d{3}/g) ?? [];
  return groups.map((group, at) => (at < groups.length - 1 ? `x${group}` : group)).join('/');
}

export interface TileName {
  readonly level: number | 'entries';
  readonly n: number;
  /** 256 for a full tile. */
  readonly width: number;
}

const pathPattern =
  /^(entries|0|[1-9]|[1-5]\d|6[0-3])\/((?:x\d{3}\/)*\d{3})(?:\.p\/([1-9]\d{0,2}))?$/;

/** Reads `<L>/<N>[.p/<W>]`; null when it is not written the one way it may be. */
export function parseTilePath(path: string): TileName | null {
  const [, level = '', groups = '', partial] = pathPattern.exec(path) ?? [];
  if (level === '') return null;
  const n = Number(groups.replaceAll(/[x/]/g, ''));
  const width = partial === undefined ? tileWidth : Number(partial);
  if (!Number.isSafeInteger(n) || tileNumber(n) !== groups) return null;
  if (partial !== undefined && width >= tileWidth) return null;
  return { level: level === 'entries' ? level : Number(level), n, width };
}

/** Every tile that a tree of this size has at a level: full ones, then the partial one. */
export const widthAt = (level: number, n: number, size: number): number => {
  const hashes = Math.floor(size / tileWidth ** level);
  return Math.max(0, Math.min(tileWidth, hashes - n * tileWidth));
};

export const hashesOf = (tile: Buffer): Buffer[] =>
  Array.from({ length: Math.floor(tile.length / hashBytes) }, (_, at) =>
    tile.subarray(at * hashBytes, (at + 1) * hashBytes),
  );

/** The first hashes of a tile; null when it has fewer. */
export const firstHashes = (tile: Buffer, width: number): Buffer | null =>
  tile.length < width * hashBytes ? null : tile.subarray(0, width * hashBytes);

/** Entries with their lengths before them, big-endian. */
export const bundle = (entries: readonly Buffer[]): Buffer =>
  Buffer.concat(
    entries.flatMap((entry) => {
      const length = Buffer.alloc(2);
      length.writeUInt16BE(entry.length);
      return [length, entry];
    }),
  );

/** The first entries of a bundle; null when it has fewer. */
export function firstEntries(bundled: Buffer, width: number): Buffer | null {
  let end = 0;
  for (let taken = 0; taken < width; taken += 1) {
    if (end + 2 > bundled.length) return null;
    end += 2 + bundled.readUInt16BE(end);
  }
  return end > bundled.length ? null : bundled.subarray(0, end);
}

/** Where tiles are kept. `read` answers at least the hashes asked for, or throws. */
export interface TileStore {
  read(level: number, n: number, width: number): Promise<Buffer>;
  write(level: number | 'entries', n: number, content: Buffer): Promise<void>;
}

/** Roots of ranges out of tiles; `size` says how wide the last tile of each level is. */
export function subtreeOf(store: Pick<TileStore, 'read'>, size: number): Subtree {
  const hash = async (start: number, end: number): Promise<Buffer> => {
    const level = levelOf(start, end);
    const span = tileWidth ** level;
    const first = start / span;
    const n = Math.floor(first / tileWidth);
    const count = Math.floor((end - start) / span);
    // A range that no whole number of hashes covers ends in a smaller subtree.
    if (count * span !== end - start || first + count > (n + 1) * tileWidth)
      return splitHash(start, end);
    const tile = await store.read(level, n, widthAt(level, n, size));
    const from = first - n * tileWidth;
    return rootOf(hashesOf(tile).slice(from, from + count));
  };
  const splitHash = async (start: number, end: number): Promise<Buffer> => {
    let half = 1;
    while (half * 2 < end - start) half *= 2;
    const [left, right] = [await hash(start, start + half), await hash(start + half, end)];
    return rootOf([left, right]);
  };
  return hash;
}

/** The highest level at which the range begins at a hash and has at least one whole. */
function levelOf(start: number, end: number): number {
  let level = 0;
  while (start % tileWidth ** (level + 1) === 0 && end - start >= tileWidth ** (level + 1))
    level += 1;
  return level;
}

/**
 * Appends entries to a tree of `size` leaves: writes every tile they touch, lower levels first, and
 * answers the new size. Doing it twice writes the same bytes.
 */
export async function appendEntries(
  store: TileStore,
  size: number,
  entries: readonly Buffer[],
  bundleSoFar: (n: number) => Promise<Buffer>,
): Promise<number> {
  await writeBundles(store, size, entries, bundleSoFar);
  let fresh = entries.map(leafHash);
  let before = size;
  for (let level = 0; fresh.length > 0; level += 1) {
    const above: Buffer[] = [];
    for (const { n, at, part } of slicesOf(before, fresh)) {
      const known = at === 0 ? Buffer.alloc(0) : await store.read(level, n, at);
      const tile = Buffer.concat([known.subarray(0, at * hashBytes), ...part]);
      await store.write(level, n, tile);
      if (tile.length === tileWidth * hashBytes) above.push(rootOf(hashesOf(tile)));
    }
    fresh = above;
    before = Math.floor(before / tileWidth);
  }
  return size + entries.length;
}

async function writeBundles(
  store: TileStore,
  size: number,
  entries: readonly Buffer[],
  bundleSoFar: (n: number) => Promise<Buffer>,
): Promise<void> {
  for (const { n, at, part } of slicesOf(size, entries)) {
    const known = at === 0 ? Buffer.alloc(0) : firstEntries(await bundleSoFar(n), at);
    if (!known) throw new Error(`the entries before leaf ${n * tileWidth + at} are not stored`);
    await store.write('entries', n, Buffer.concat([known, bundle(part)]));
  }
}

/** What of a list falls into which tile, and where in it that begins. */
function* slicesOf(start: number, list: readonly Buffer[]) {
  let taken = 0;
  while (taken < list.length) {
    const n = Math.floor((start + taken) / tileWidth);
    const at = start + taken - n * tileWidth;
    const part = list.slice(taken, taken + tileWidth - at);
    yield { n, at, part };
    taken += part.length;
  }
}
