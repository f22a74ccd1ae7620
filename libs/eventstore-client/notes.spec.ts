import { parseCheckpoint, parseProof, proofText, signCheckpoint } from './checkpoint';
import { cosign, isSignedBy, kinds, parseNote, signerOf, verifierOf } from './notes';

const log = signerOf('market.example/api/log', Buffer.alloc(32, 7));
const witness = signerOf('auditor.example/w1', Buffer.alloc(32, 9), kinds.cosignature);
const checkpoint = { origin: log.name, size: 42, root: Buffer.alloc(32, 1) };

describe('a signed note', () => {
  it('of another implementation is read and verified', () => {
    const key = verifierOf('example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k');
    const note = parseNote(
      'This is an example message.\n\n— example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n',
    );
    expect(note && isSignedBy(note, key)).toBe(true);
  });

  it('is signed by nobody else, and not when a letter changed', () => {
    const note = signCheckpoint(checkpoint, [log]);
    const other = signerOf(log.name, Buffer.alloc(32, 8));
    expect(isSignedBy(parseNote(note)!, verifierOf(log.vkey))).toBe(true);
    expect(isSignedBy(parseNote(note)!, verifierOf(other.vkey))).toBe(false);
    expect(isSignedBy(parseNote(note.replace('42', '43'))!, verifierOf(log.vkey))).toBe(false);
  });

  it('refuses keys whose id is not theirs', () => {
    expect(() => verifierOf(log.vkey.replace(/\+[0-9a-f]{8}\+/, '+00000000+'))).toThrow('key id');
    expect(() => verifierOf('nonsense')).toThrow('not a verifier key');
  });
});

describe('a checkpoint', () => {
  it('is read as it was written', () => {
    expect(parseCheckpoint(signCheckpoint(checkpoint, [log]))).toEqual(checkpoint);
    expect(parseCheckpoint('one\ntwo\n\n— a AAAAAAA=\n')).toBeNull();
  });

  it('carries the time at which a witness saw it', () => {
    const note = signCheckpoint(checkpoint, [log]);
    const { text } = parseNote(note)!;
    const cosigned = parseNote(note + cosign(text, witness, 1_800_000_000n))!;
    expect(isSignedBy(cosigned, verifierOf(witness.vkey))).toBe(true);
    expect(isSignedBy(cosigned, verifierOf(log.vkey))).toBe(true);
    expect(cosigned.signatures[1]?.signature.readBigUInt64BE(0)).toBe(1_800_000_000n);
    const moved = parseNote(note + cosign(`${text}more\n`, witness, 1_800_000_000n))!;
    expect(isSignedBy(moved, verifierOf(witness.vkey))).toBe(false);
  });
});

describe('a receipt', () => {
  it('is read as it was written', () => {
    const proof = {
      index: 7,
      path: [Buffer.alloc(32, 3), Buffer.alloc(32, 4)],
      checkpoint: signCheckpoint(checkpoint, [log]),
      extra: Buffer.from('previous'),
    };
    expect(parseProof(proofText(proof))).toEqual(proof);
    expect(parseProof('something else\n\n')).toBeNull();
  });
});
