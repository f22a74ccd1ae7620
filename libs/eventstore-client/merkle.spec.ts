import {
  consistencyProof,
  emptyRoot,
  inclusionProof,
  isConsistent,
  leafHash,
  nodeHash,
  rootFromInclusion,
  rootOf,
} from './merkle';

const hex = (text: string) => Buffer.from(text, 'hex');

/** The eight entries and roots that the Certificate Transparency projects test against. */
const entries = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657'].map(hex);
entries.push(hex('606162636465666768696a6b6c6d6e6f'));
const roots = [
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
];
const leaves = entries.map(leafHash);
const rootAt = (size: number) => rootOf(leaves.slice(0, size));
const subtree = async (start: number, end: number) => rootOf(leaves.slice(start, end));

describe('the tree of RFC 6962', () => {
  it('has the roots that other logs have', () => {
    expect(emptyRoot.toString('hex')).toMatch(/^e3b0c442/);
    expect(roots.map((_, at) => rootAt(at + 1).toString('hex'))).toEqual(roots);
  });

  it('has the audit path of the test vectors', async () => {
    const path = await inclusionProof(5, 8, subtree);
    expect(path.map((hash) => hash.toString('hex'))).toEqual([
      'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
      'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
      'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
    ]);
  });

  it('has the consistency proof of the test vectors', async () => {
    const path = await consistencyProof(6, 8, subtree);
    expect(path.map((hash) => hash.toString('hex'))).toEqual([
      '0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a',
      'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
      'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
    ]);
  });

  it('keeps leaves and nodes apart', () => {
    const [a, b] = [leaves[0]!, leaves[1]!];
    expect(leafHash(Buffer.concat([a, b]))).not.toEqual(nodeHash(a, b));
  });
});

describe('a proof', () => {
  const many = Array.from({ length: 70 }, (_, at) => leafHash(Buffer.from([at])));
  const over = async (start: number, end: number) => rootOf(many.slice(start, end));
  const root = (size: number) => rootOf(many.slice(0, size));

  it('leads every leaf of every tree to its root, and no other leaf', async () => {
    for (let size = 1; size <= 70; size += 1)
      for (let at = 0; at < size; at += 1) {
        const path = await inclusionProof(at, size, over);
        expect(rootFromInclusion(many[at]!, at, size, path)).toEqual(root(size));
        expect(rootFromInclusion(Buffer.alloc(32), at, size, path)).not.toEqual(root(size));
      }
  });

  it('shows of any two trees that one begins the other, and of no altered one', async () => {
    for (let size = 1; size <= 70; size += 1)
      for (let before = 1; before <= size; before += 1) {
        const path = await consistencyProof(before, size, over);
        const [old, now] = [
          { size: before, root: root(before) },
          { size, root: root(size) },
        ];
        expect(isConsistent(old, now, path)).toBe(true);
        expect(isConsistent({ ...old, root: Buffer.alloc(32) }, now, path)).toBe(false);
        expect(isConsistent(old, { ...now, root: Buffer.alloc(32) }, path)).toBe(false);
      }
  });
});
