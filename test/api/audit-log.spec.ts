import { parseCheckpoint, parseProof } from '@eventstore/checkpoint';
import {
  consistencyProof,
  isConsistent,
  leafHash,
  rootFromInclusion,
  type Subtree,
} from '@eventstore/merkle';
import { cosign, isSignedBy, kinds, parseNote, signerOf, verifierOf } from '@eventstore/notes';
import { hashesOf, subtreeOf, tileNumber } from '@eventstore/tiles';
import { auditedApp, fund } from '../support/audit';

const witness = signerOf('auditor.example/w1', Buffer.alloc(32, 9), kinds.cosignature);
let house: Awaited<ReturnType<typeof auditedApp>>;
beforeAll(async () => {
  house = await auditedApp({ AUDIT_WITNESSES: witness.vkey });
});
afterAll(() => house.stop());

const bytes = async (path: string): Promise<Buffer> => {
  const { rawPayload, statusCode } = await house.app.app.inject({ method: 'GET', url: path });
  return statusCode === 200 ? rawPayload : Buffer.alloc(0);
};
const checkpoint = async () => {
  const note = (await bytes('/api/log/checkpoint')).toString();
  const head = parseCheckpoint(note);
  if (!head) throw new Error('no checkpoint');
  return { ...head, note };
};
const overHttp = (size: number): Subtree =>
  subtreeOf(
    {
      read: (level, n, width) =>
        bytes(`/api/log/tile/${level}/${tileNumber(n)}${width < 256 ? `.p/${width}` : ''}`),
    },
    size,
  );

describe('the log, for everybody', () => {
  it('has a leaf for every event and a head signed by a published key', async () => {
    for (let n = 1; n <= 5; n += 1) await fund(house.app, BigInt(n));
    await house.catchUp();
    const { size, root, note } = await checkpoint();
    expect(size).toBeGreaterThanOrEqual(6);
    const { body } = await house.app.guest().get('/api/log/keys');
    const [key] = body['items'] as { vkey: string }[];
    expect(isSignedBy(parseNote(note)!, verifierOf(key!.vkey))).toBe(true);
    expect(await overHttp(size)(0, size)).toEqual(root);
  });

  it('serves entries that hash to the leaves of its tiles, and nothing readable', async () => {
    const { size } = await checkpoint();
    const entries = await bytes(`/api/log/tile/entries/000.p/${size}`);
    const tile = hashesOf(await bytes(`/api/log/tile/0/000.p/${size}`));
    let at = 0;
    for (const hash of tile) {
      const length = entries.readUInt16BE(at);
      expect(leafHash(entries.subarray(at + 2, at + 2 + length))).toEqual(hash);
      at += 2 + length;
    }
    expect(at).toBe(entries.length);
    expect(entries.toString('latin1')).not.toMatch(/amountMinor|escrow-/);
  });

  it('only grows: any two heads are consistent', async () => {
    const before = await checkpoint();
    for (let n = 1; n <= 300; n += 1) await fund(house.app, 7n);
    await house.catchUp();
    const after = await checkpoint();
    expect(after.size).toBeGreaterThan(before.size + 299);
    const path = await consistencyProof(before.size, after.size, overHttp(after.size));
    expect(isConsistent(before, after, path)).toBe(true);
    expect(isConsistent({ ...before, root: Buffer.alloc(32) }, after, path)).toBe(false);
  });

  it('gives no tile that no head covers', async () => {
    for (const path of ['0/001.p/255', '0/900', '1/000', 'entries/x', '0/000.p/999'])
      expect(await house.app.guest().get(`/api/log/tile/${path}`)).toMatchObject({ status: 404 });
  });

  it('goes on where it stood after a restart of the worker', async () => {
    const before = await checkpoint();
    await fund(house.app, 1n);
    await house.catchUp();
    await house.catchUp();
    expect((await checkpoint()).size).toBe(before.size + 1);
  });
});

describe('a witness', () => {
  const send = (text: string) =>
    house.app.guest().post('/api/log/cosignatures', { checkpoint: text });

  it('cosigns a head, which is then served as witnessed', async () => {
    expect((await house.app.guest().get('/api/log/checkpoint/witnessed')).status).toBe(404);
    const { note, size } = await checkpoint();
    const line = cosign(parseNote(note)!.text, witness, 1_800_000_000n);
    expect(await send(note + line)).toMatchObject({ status: 204 });
    const witnessed = parseNote((await bytes('/api/log/checkpoint/witnessed')).toString())!;
    expect(isSignedBy(witnessed, verifierOf(witness.vkey))).toBe(true);
    const { body } = await house.app.as(['auditor']).get('/api/admin/audit/state');
    expect(body).toMatchObject({ waiting: 0, witnesses: [{ name: witness.name, size }] });
  });

  it('is believed only with a key that is configured, about a head that is ours', async () => {
    const { note } = await checkpoint();
    const { text, signatures } = parseNote(note)!;
    const own = `${text}\n${signatures[0]!.line}`;
    const stranger = signerOf('stranger.example/w', Buffer.alloc(32, 3), kinds.cosignature);
    const refused = async (sent: string) => (await send(sent)).body['code'];
    expect(await refused(own + cosign(text, stranger, 1n))).toBe('audit.unknown_witness');
    const forged = { ...stranger, name: witness.name, id: witness.id };
    expect(await refused(own + cosign(text, forged, 1n))).toBe('audit.bad_cosignature');
    const other = `${text.replace(/\n\d+\n/, '\n999999\n')}\n${cosign(text, witness, 1n)}`;
    expect(await refused(other)).toBe('audit.not_found');
  });
});

describe('a receipt', () => {
  it('shows a stranger that a milestone is funded, not with how much', async () => {
    const { milestoneId } = await fund(house.app, 4_000_000n);
    await house.app.settle();
    const guest = house.app.guest();
    expect((await guest.get(`/api/receipts/${milestoneId}`)).body['code']).toBe('audit.not_ready');
    await house.catchUp();
    const { body } = await guest.get(`/api/receipts/${milestoneId}`);
    expect(body).toMatchObject({ state: 'funded', milestoneId });
    expect(JSON.stringify(body)).not.toContain('4000000');
    const proof = parseProof((await bytes(`/api/receipts/${milestoneId}/proof`)).toString())!;
    const head = parseCheckpoint(proof.checkpoint)!;
    const leaf = leafHash(proof.extra!);
    expect(rootFromInclusion(leaf, proof.index, head.size, proof.path)).toEqual(head.root);
    expect(proof.extra!.toString('hex')).toContain(body['amountCommitment']);
  });

  it('discloses the event to the two parties alone', async () => {
    const { milestoneId } = await fund(house.app, 9n);
    await house.app.settle();
    const path = `/api/receipts/${milestoneId}/disclosure`;
    expect((await house.app.as(['client']).get(path)).status).toBe(404);
    expect((await house.app.guest().get(path)).status).toBe(401);
  });
});
