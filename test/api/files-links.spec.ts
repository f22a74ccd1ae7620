import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TestApp, type Caller } from '../support/app';
import { kindsOfBytes, Sender } from '../support/files';

const { png } = kindsOfBytes;
const folder = mkdtempSync(join(tmpdir(), 'guildhall-files-'));

let app: TestApp;
let layla: Caller;
let ravi: Caller;
let send: Sender;
beforeAll(async () => {
  app = await TestApp.start({ FILES_DIR: folder });
  send = await Sender.to(app);
  layla = app.as(['provider']);
  ravi = app.as(['client']);
});
afterAll(async () => {
  await app.stop();
  rmSync(folder, { recursive: true });
});

describe('a link', () => {
  let machine: jest.SpiedFunction<typeof Date.now> | undefined;
  afterEach(() => machine?.mockRestore());
  const passSeconds = (seconds: number) => {
    const later = Date.now() + seconds * 1_000;
    machine = jest.spyOn(Date, 'now').mockImplementation(() => later);
  };

  it('to read dies after five minutes', async () => {
    const { id } = await send.whole(layla, { name: 'dies.png', bytes: png });
    const link = await send.link(layla, id);
    passSeconds(290);
    expect((await send.get(link)).status).toBe(200);
    passSeconds(20);
    const dead = await send.get(link);
    expect([dead.status, ((await dead.json()) as { code: string }).code]).toEqual([
      403,
      'files.link_invalid',
    ]);
  });

  it('to send dies after an hour', async () => {
    const { body: opened } = await send.open(layla, { name: 'late.png', bytes: png });
    passSeconds(3_700);
    const answer = await send.put(opened.parts[0]?.url ?? '', png);
    expect([answer.status, answer.code]).toEqual([403, 'files.link_invalid']);
  });

  it('that was changed anywhere opens nothing', async () => {
    const { id } = await send.whole(layla, { name: 'forge.png', bytes: png });
    const other = await send.whole(ravi, { name: 'secret.png', bytes: png });
    const link = await send.link(layla, id);
    const forged = [
      link.replace(id, other.id),
      link.replace(/expires=\d+/, 'expires=9999999999'),
      link.replace('image%2Fpng', 'text%2Fhtml'),
      `${link.slice(0, -1)}${link.endsWith('A') ? 'B' : 'A'}`,
      link.replace(/&signature=.*/, ''),
      link.replace(/&signature=.*/, '&signature='),
      `/api/files/stored?file=${other.id}`,
    ];
    for (const url of forged) expect((await send.get(url)).status).toBe(403);

    const { body: opened } = await send.open(layla, { name: 'big.png', bytes: png });
    const larger = (opened.parts[0]?.url ?? '').replace(/size=\d+/, 'size=99999999');
    expect((await send.put(larger, png)).status).toBe(403);
  });

  it('to read is none to send, and none to send reads', async () => {
    const { id } = await send.whole(layla, { name: 'way.png', bytes: png });
    const link = await send.link(layla, id);
    expect((await send.put(link.replace('/stored?', '/parts?'), png)).status).toBe(403);
    const { body: opened } = await send.open(layla, { name: 'way.png', bytes: png });
    expect(
      (await send.get((opened.parts[0]?.url ?? '').replace('/parts?', '/stored?'))).status,
    ).toBe(403);
  });

  it('lets nothing that is stored act in the name of this site', async () => {
    const { id } = await send.whole(layla, {
      name: 'نص "1".txt',
      mediaType: 'text/plain',
      bytes: Buffer.from('hello'),
    });
    const { headers } = await send.get(await send.link(layla, id));
    expect(headers.get('content-security-policy')).toBe("sandbox; default-src 'none'");
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('content-type')).toBe('text/plain');
    expect(headers.get('content-disposition')).toBe(
      `attachment; filename="__ _1_.txt"; filename*=UTF-8''%D9%86%D8%B5%20%221%22.txt`,
    );
  });

  it('takes any type of body, but no other address does', async () => {
    const { body: opened } = await send.open(layla, { name: 'any.png', bytes: png });
    const url = opened.parts[0]?.url ?? '';
    for (const type of ['application/octet-stream', 'application/json', 'image/png', undefined])
      expect((await send.put(url, png, { type })).status).toBe(200);
    const elsewhere = await send.put('/api/profiles/me', png, { type: 'image/png' });
    expect(elsewhere.status).toBeGreaterThanOrEqual(400);
  });
});
