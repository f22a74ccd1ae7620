import { createHash, generateKeyPairSync, type KeyObject, sign, webcrypto } from 'node:crypto';
import { checkProof, parseProof } from './tlog-proof';

Object.defineProperty(globalThis, 'crypto', { value: webcrypto, configurable: true });

const sha256 = (...parts: Buffer[]) => createHash('sha256').update(Buffer.concat(parts)).digest();
const leafOf = (entry: Buffer) => sha256(Buffer.of(0), entry);
const pair = (left: Buffer, right: Buffer) => sha256(Buffer.of(1), left, right);
const chain = (n: number) => sha256(Buffer.from(`event ${n}`));
const entryOf = (n: number) =>
  Buffer.concat([Buffer.from('guildhall.leaf.v1\0'), chain(n), Buffer.alloc(8), sha256()]);

const origin = 'guildhall.test/log';
const { publicKey, privateKey } = generateKeyPairSync('ed25519');
const raw = (key: KeyObject) => key.export({ format: 'der', type: 'spki' }).subarray(-32);
const material = (key: KeyObject) => Buffer.concat([Buffer.of(1), raw(key)]);
const idOf = (key: KeyObject) => sha256(Buffer.from(`${origin}\n`), material(key)).subarray(0, 4);
const vkeyOf = (key: KeyObject) =>
  `${origin}+${idOf(key).toString('hex')}+${material(key).toString('base64')}`;
const vkey = vkeyOf(publicKey);

/** Five events, and the receipt of the fifth and of the third. */
const [a, b, c, d, e] = [0, 1, 2, 3, 4].map((n) => leafOf(entryOf(n))) as [Buffer, ...Buffer[]];
const left = pair(pair(a, b as Buffer), pair(c as Buffer, d as Buffer));
const root = pair(left, e as Buffer).toString('base64');
function receiptOf(n: number, path: readonly Buffer[]): string {
  const note = `${origin}\n5\n${root}\n`;
  const signed = Buffer.concat([idOf(publicKey), sign(null, Buffer.from(note), privateKey)]);
  const lines = [
    'c2sp.org/tlog-proof@v1',
    `extra ${entryOf(n).toString('base64')}`,
    `index ${n}`,
    ...path.map((hash) => hash.toString('base64')),
  ];
  return `${lines.join('\n')}\n\n${note}\n— ${origin} ${signed.toString('base64')}\n`;
}
const third = receiptOf(2, [d as Buffer, pair(a, b as Buffer), e as Buffer]);
const check = (text: string, n: number, key = vkey) => {
  const proof = parseProof(text);
  if (!proof) throw new Error('not a proof');
  return checkProof(proof, chain(n).toString('hex'), [key]);
};
const good = { isLeafOfEvent: true, isInTree: true, isSigned: true };

describe('a receipt of the log', () => {
  it('leads from the event to the signed root, wherever in the tree it stands', async () => {
    expect(await check(third, 2)).toEqual(good);
    expect(await check(receiptOf(4, [left]), 4)).toEqual(good);
  });

  it('is of one event only', async () => {
    expect(await check(third, 3)).toEqual({ ...good, isLeafOfEvent: false });
  });

  it('does not lead to the root when a step of the way is another one', async () => {
    const other = receiptOf(2, [d as Buffer, pair(b as Buffer, a), e as Buffer]);
    expect(await check(other, 2)).toEqual({ ...good, isInTree: false });
    expect(await check(receiptOf(3, [d as Buffer]), 3)).toEqual({ ...good, isInTree: false });
  });

  it('is signed by a key that the reader trusts, or by none', async () => {
    const stranger = vkeyOf(generateKeyPairSync('ed25519').publicKey);
    expect(await check(third, 2, stranger)).toEqual({ ...good, isSigned: false });
    const grown = third.replace(`${origin}\n5\n`, `${origin}\n6\n`);
    expect((await check(grown, 2)).isSigned).toBe(false);
  });

  it('has one form', () => {
    expect(parseProof(third)).toMatchObject({ index: 2, size: 5, origin, root });
    expect(parseProof('')).toBeNull();
    expect(parseProof(third.replace('tlog-proof@v1', 'tlog-proof@v2'))).toBeNull();
    expect(parseProof(third.replace('extra ', ''))).toBeNull();
  });
});
