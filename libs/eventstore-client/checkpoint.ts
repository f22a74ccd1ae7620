import { parseNote, signNote, type Signer } from './notes';

/* C2SP tlog-checkpoint and tlog-proof: the head of the log as text, and a receipt under it. */

export interface Checkpoint {
  readonly origin: string;
  readonly size: number;
  readonly root: Buffer;
}

export const checkpointText = ({ origin, size, root }: Checkpoint): string =>
  `${origin}\n${size}\n${root.toString('base64')}\n`;

export const signCheckpoint = (checkpoint: Checkpoint, signers: readonly Signer[]): string =>
  signNote(checkpointText(checkpoint), signers);

/** Null when the note is no checkpoint. Signatures are the caller's question. */
export function parseCheckpoint(note: string): Checkpoint | null {
  const [origin = '', size = '', root = ''] = parseNote(note)?.text.split('\n') ?? [];
  const hash = Buffer.from(root, 'base64');
  if (origin === '' || !/^(0|[1-9]\d{0,15})$/.test(size) || hash.length !== 32) return null;
  return { origin, size: Number(size), root: hash };
}

export interface TlogProof {
  readonly index: number;
  readonly path: readonly Buffer[];
  readonly checkpoint: string;
  readonly extra?: Buffer;
}

/** A `.tlog-proof`: the leaf's index, its path to the root, and the signed root. */
export function proofText({ index, path, checkpoint, extra }: TlogProof): string {
  const lines = [
    'c2sp.org/tlog-proof@v1',
    ...(extra ? [`extra ${extra.toString('base64')}`] : []),
    `index ${index}`,
    ...path.map((hash) => hash.toString('base64')),
  ];
  return `${lines.join('\n')}\n\n${checkpoint}`;
}

/** Null when it is not written as a proof is. */
export function parseProof(proof: string): TlogProof | null {
  const end = proof.indexOf('\n\n');
  const [head, ...lines] = proof.slice(0, end).split('\n');
  if (end < 0 || head !== 'c2sp.org/tlog-proof@v1') return null;
  const extra = lines[0]?.startsWith('extra ') ? lines.shift()?.slice(6) : undefined;
  const [, index] = /^index (0|[1-9]\d*)$/.exec(lines.shift() ?? '') ?? [];
  const path = lines.map((line) => Buffer.from(line, 'base64'));
  if (index === undefined || path.some((hash) => hash.length !== 32)) return null;
  return {
    index: Number(index),
    path,
    checkpoint: proof.slice(end + 2),
    ...(extra !== undefined && { extra: Buffer.from(extra, 'base64') }),
  };
}
