/*
 * A receipt of the log, checked where it is read: C2SP tlog-proof over RFC 6962, with the hashes and the
 * signature of the browser itself. Nothing is asked of the server that it could answer wrongly.
 */

export interface TlogProof {
  readonly index: number;
  /** What the leaf stands for: a tag, the chain hash of the event, its time, the hash of its entries. */
  readonly entry: Uint8Array;
  readonly path: readonly Uint8Array[];
  readonly origin: string;
  readonly size: number;
  readonly root: string;
  /** The text that is signed, and the lines of those who signed it. */
  readonly note: string;
  readonly signatures: readonly string[];
}
/** What was recomputed here. All true, or the receipt is not worth its name. */
export interface Checked {
  readonly isLeafOfEvent: boolean;
  readonly isInTree: boolean;
  readonly isSigned: boolean;
}

const tagLength = 'guildhall.leaf.v1\0'.length;

export const bytesOf = (base64: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
const base64Of = (bytes: Uint8Array): string => btoa(String.fromCharCode(...bytes));
const hexOf = (bytes: Uint8Array): string =>
  [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');

function joined(...parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((size, { length }) => size + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
const sha256 = async (...parts: readonly Uint8Array[]): Promise<Uint8Array> =>
  new Uint8Array(await crypto.subtle.digest('SHA-256', joined(...parts)));

/** Null when it is not written as a proof is. */
export function parseProof(text: string): TlogProof | null {
  const end = text.indexOf('\n\n');
  const [head, extra = '', place = '', ...path] = text.slice(0, end).split('\n');
  const [, index] = /^index (\d{1,15})$/.exec(place) ?? [];
  const noteEnd = text.indexOf('\n\n', end + 2);
  const note = text.slice(end + 2, noteEnd + 1);
  const [origin = '', size = '', root = ''] = note.split('\n');
  const isWhole = head === 'c2sp.org/tlog-proof@v1' && extra.startsWith('extra ') && noteEnd > end;
  if (!isWhole || index === undefined || !/^\d{1,15}$/.test(size)) return null;
  try {
    return {
      index: Number(index),
      entry: bytesOf(extra.slice('extra '.length)),
      path: path.map(bytesOf),
      origin,
      size: Number(size),
      root,
      note,
      signatures: text
        .slice(noteEnd + 2)
        .split('\n')
        .filter((line) => line.startsWith('— ')),
    };
  } catch {
    return null;
  }
}

/** `vkeys` are the keys that the reader trusts, `chainHash` the event that is spoken of, in hex. */
export async function checkProof(
  proof: TlogProof,
  chainHash: string,
  vkeys: readonly string[],
): Promise<Checked> {
  const { entry } = proof;
  const leaf = await sha256(Uint8Array.of(0), entry);
  const root = await rootFrom(proof, leaf);
  const signed = await Promise.all(vkeys.map((vkey) => isSignedBy(proof, vkey)));
  return {
    isLeafOfEvent: hexOf(entry.subarray(tagLength, tagLength + 32)) === chainHash.toLowerCase(),
    isInTree: root !== null && base64Of(root) === proof.root,
    isSigned: signed.includes(true),
  };
}

/** RFC 9162 2.1.3.2: up the tree, the sibling on the side where it stands. */
async function rootFrom({ index, size, path }: TlogProof, leaf: Uint8Array) {
  if (index >= size) return null;
  let [place, last, hash] = [index, size - 1, leaf];
  for (const sibling of path) {
    if (last === 0) return null;
    if (place % 2 === 1 || place === last) {
      hash = await sha256(Uint8Array.of(1), sibling, hash);
      while (place % 2 === 0 && place !== 0) [place, last] = [place / 2, Math.floor(last / 2)];
    } else hash = await sha256(Uint8Array.of(1), hash, sibling);
    [place, last] = [Math.floor(place / 2), Math.floor(last / 2)];
  }
  return last === 0 ? hash : null;
}

/** `name+id+base64(1 ‖ key)`; a signature line is `— name base64(id ‖ signature)`. */
async function isSignedBy({ note, signatures }: TlogProof, vkey: string): Promise<boolean> {
  const [, name, id, material = ''] = /^([^\s+]+)\+([0-9a-f]{8})\+(\S+)$/.exec(vkey) ?? [];
  if (name === undefined || id === undefined) return false;
  for (const line of signatures) {
    const [, signer, base64 = ''] = /^— (\S+) (\S+)$/.exec(line) ?? [];
    if (signer !== name) continue;
    const signed = bytesOf(base64);
    if (hexOf(signed.subarray(0, 4)) !== id) continue;
    const raw = bytesOf(material).slice(1);
    const key = await crypto.subtle.importKey('raw', raw, 'Ed25519', false, ['verify']);
    const text = new TextEncoder().encode(note);
    if (await crypto.subtle.verify('Ed25519', key, signed.slice(4), text)) return true;
  }
  return false;
}
