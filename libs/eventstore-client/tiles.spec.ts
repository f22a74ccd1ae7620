import { inclusionProof, leafHash, rootFromInclusion, rootOf } from './merkle';
import {
  appendEntries,
  bundle,
  firstEntries,
  parseTilePath,
  subtreeOf,
  tileNumber,
  widthAt,
  type TileStore,
} from './tiles';

function memory() {
  const kept = new Map<string, Buffer>();
  const get = async (name: string) => kept.get(name) ?? Buffer.alloc(0);
  const store: TileStore = {
    read: (level, n) => get(`${level}/${n}`),
    write: async (level, n, content) => void kept.set(`${level}/${n}`, content),
  };
  return { kept, store, bundleSoFar: (n: number) => get(`entries/${n}`) };
}
const entry = (at: number) => Buffer.from(`entry ${at}`);

describe('a tile', () => {
  it('is named as the format says', () => {
    expect(tileNumber(1234067)).toBe('x001/x234/067');
    expect(tileNumber(5)).toBe('005');
    expect(parseTilePath('0/x001/x234/067')).toEqual({ level: 0, n: 1234067, width: 256 });
    expect(parseTilePath('entries/000.p/17')).toEqual({ level: 'entries', n: 0, width: 17 });
  });

  it.each(['0/1', '00/000', '64/000', '0/000.p/0', '0/000.p/256', '0/x000/001', '0/../000', ''])(
    'is not named %p',
    (path) => {
      expect(parseTilePath(path)).toBeNull();
    },
  );

  it('is as wide as the example of the format says', () => {
    expect([widthAt(0, 273, 70_000), widthAt(1, 1, 70_000), widthAt(2, 0, 70_000)]).toEqual([
      112, 17, 1,
    ]);
    expect([widthAt(0, 0, 256), widthAt(1, 0, 256), widthAt(0, 1, 256)]).toEqual([256, 1, 0]);
  });
});

describe('a log of tiles', () => {
  it('is the same, however it grew', async () => {
    const [at, once] = [memory(), memory()];
    const all = Array.from({ length: 66_000 }, (_, n) => entry(n));
    await appendEntries(once.store, 0, all, once.bundleSoFar);
    let size = 0;
    for (const step of [1, 255, 1, 700, 300, 64_743])
      size = await appendEntries(at.store, size, all.slice(size, size + step), at.bundleSoFar);
    expect(size).toBe(66_000);
    expect([...at.kept].sort()).toEqual([...once.kept].sort());
    expect(at.kept.get('0/0')).toHaveLength(8_192);
    const root = await subtreeOf(at.store, size)(0, size);
    expect(root).toEqual(rootOf(all.map(leafHash)));
  });

  it('proves every leaf out of its tiles, in older trees as well', async () => {
    const { store, bundleSoFar } = memory();
    const all = Array.from({ length: 1_000 }, (_, n) => entry(n));
    await appendEntries(store, 0, all, bundleSoFar);
    for (const size of [1, 255, 256, 257, 511, 700, 1_000])
      for (const at of [0, size >> 1, size - 1]) {
        const path = await inclusionProof(at, size, subtreeOf(store, size));
        const root = rootOf(all.slice(0, size).map(leafHash));
        expect(rootFromInclusion(leafHash(entry(at)), at, size, path)).toEqual(root);
      }
  });

  it('has bundles whose beginnings are older bundles', () => {
    const whole = bundle([entry(1), entry(2), entry(3)]);
    expect(firstEntries(whole, 2)).toEqual(bundle([entry(1), entry(2)]));
    expect(firstEntries(whole, 4)).toBeNull();
    expect(firstEntries(whole.subarray(0, -1), 3)).toBeNull();
  });
});
