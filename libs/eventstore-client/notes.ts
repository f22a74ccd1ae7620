import {
  createHash,
  createPrivateKey,
  createPublicKey,
  sign,
  verify,
  type KeyObject,
} from 'node:crypto';

/* C2SP signed-note: a text, a blank line, and lines of signatures over that text. */

/** Plain signatures of the log, and cosignatures of witnesses over a time and the checkpoint. */
export const kinds = { ed25519: 1, cosignature: 4 } as const;
type Kind = (typeof kinds)[keyof typeof kinds];

const spki = Buffer.from('302a300506032b6570032100', 'hex');
const pkcs8 = Buffer.from('302e020100300506032b657004220420', 'hex');
const signatureLine = /^— ([^\s+]+) ([A-Za-z0-9+/]+={0,2})$/;

export interface Signer {
  readonly name: string;
  readonly kind: Kind;
  readonly id: Buffer;
  readonly vkey: string;
  readonly privateKey: KeyObject;
}

export interface Verifier {
  readonly name: string;
  readonly kind: Kind;
  readonly id: Buffer;
  readonly vkey: string;
  readonly publicKey: KeyObject;
}

/** A signer out of the 32 bytes of an Ed25519 seed. */
export function signerOf(name: string, seed: Buffer, kind: Kind = kinds.ed25519): Signer {
  const privateKey = createPrivateKey({
    key: Buffer.concat([pkcs8, seed]),
    format: 'der',
    type: 'pkcs8',
  });
  const raw = createPublicKey(privateKey).export({ format: 'der', type: 'spki' }).subarray(-32);
  const id = keyId(name, kind, raw);
  return { name, kind, id, vkey: vkeyOf(name, kind, id, raw), privateKey };
}

/** Reads `<name>+<key id>+<base64 of kind and key>`; throws on anything else. */
export function verifierOf(vkey: string): Verifier {
  const [name = '', hex = '', ...base64] = vkey.split('+');
  const material = Buffer.from(base64.join('+'), 'base64');
  const [kind] = material;
  const raw = material.subarray(1);
  if (name === '' || raw.length !== 32 || (kind !== kinds.ed25519 && kind !== kinds.cosignature))
    throw new TypeError(`not a verifier key: ${vkey}`);
  const id = keyId(name, kind, raw);
  if (id.toString('hex') !== hex) throw new TypeError(`the key id does not fit: ${vkey}`);
  const publicKey = createPublicKey({
    key: Buffer.concat([spki, raw]),
    format: 'der',
    type: 'spki',
  });
  return { name, kind, id, vkey, publicKey };
}

const keyId = (name: string, kind: Kind, raw: Buffer): Buffer =>
  createHash('sha256')
    .update(Buffer.concat([Buffer.from(`${name}\n`, 'utf8'), Buffer.from([kind]), raw]))
    .digest()
    .subarray(0, 4);

const vkeyOf = (name: string, kind: Kind, id: Buffer, raw: Buffer): string =>
  `${name}+${id.toString('hex')}+${Buffer.concat([Buffer.from([kind]), raw]).toString('base64')}`;

/** `text` ends in a newline. */
export function signNote(text: string, signers: readonly Signer[]): string {
  const lines = signers.map(({ name, id, privateKey }) =>
    lineOf(name, id, sign(null, Buffer.from(text, 'utf8'), privateKey)),
  );
  return `${text}\n${lines.join('')}`;
}

const lineOf = (name: string, id: Buffer, signature: Buffer): string =>
  `— ${name} ${Buffer.concat([id, signature]).toString('base64')}\n`;

export interface Note {
  readonly text: string;
  readonly signatures: readonly { name: string; id: Buffer; signature: Buffer; line: string }[];
}

/** Null when it is no signed note. */
export function parseNote(note: string): Note | null {
  const end = note.lastIndexOf('\n\n');
  if (end < 0 || !note.endsWith('\n')) return null;
  const lines = note.slice(end + 2, -1).split('\n');
  const signatures = lines.map((line) => {
    const [, name = '', base64 = ''] = signatureLine.exec(line) ?? [];
    const bytes = Buffer.from(base64, 'base64');
    return { name, id: bytes.subarray(0, 4), signature: bytes.subarray(4), line: `${line}\n` };
  });
  if (signatures.some(({ name, signature }) => name === '' || signature.length === 0)) return null;
  return { text: note.slice(0, end + 1), signatures };
}

/** True when this key has signed the note, and every signature under its name and id is right. */
export function isSignedBy(note: Note, verifier: Verifier): boolean {
  const own = note.signatures.filter(
    ({ name, id }) => name === verifier.name && id.equals(verifier.id),
  );
  return own.length > 0 && own.every(({ signature }) => isRight(note.text, signature, verifier));
}

function isRight(text: string, signature: Buffer, { kind, publicKey }: Verifier): boolean {
  if (kind === kinds.ed25519) return verify(null, Buffer.from(text, 'utf8'), publicKey, signature);
  if (signature.length !== 72) return false;
  const message = cosigned(text, signature.readBigUInt64BE(0));
  return verify(null, message, publicKey, signature.subarray(8));
}

const cosigned = (text: string, seconds: bigint): Buffer =>
  Buffer.from(`cosignature/v1\ntime ${seconds.toString()}\n${text}`, 'utf8');

/** The line of a witness under a checkpoint: "at this time, the largest tree I have seen". */
export function cosign(text: string, { name, id, privateKey }: Signer, seconds: bigint): string {
  const at = Buffer.alloc(8);
  at.writeBigUInt64BE(seconds);
  const signature = sign(null, cosigned(text, seconds), privateKey);
  return lineOf(name, id, Buffer.concat([at, signature]));
}
