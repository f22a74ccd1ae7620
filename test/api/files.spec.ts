import { GrantFiles } from '../../apps/api/src/platform/files';
import { RequestContext } from '@kernel/context';
import { CommandBus } from '@nestjs/cqrs';
import { createHash, randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TestApp, type Caller } from '../support/app';
import { kindsOfBytes, Sender } from '../support/files';

const { png, exe, html, svg } = kindsOfBytes;
const partSize = 5 * 1024 * 1024;
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

const stored = () =>
  readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());

describe('a file in parts', () => {
  it('arrives whole, is described by its sha256 and comes back byte for byte', async () => {
    const bytes = Buffer.concat([png, randomBytes(2 * partSize)]);
    const { body: opened } = await send.open(layla, { name: 'Entwurf – Ä.png', bytes });
    expect(opened.parts.map(({ number }) => number)).toEqual([1, 2, 3]);
    expect(opened.parts[0]?.url).toMatch(/^\/api\/files\/parts\?/);

    const { status, body } = await send.rest(layla, opened, bytes);
    expect(status).toBe(200);
    expect(body).toEqual({
      id: opened.id,
      name: 'Entwurf – Ä.png',
      size: bytes.length,
      mediaType: 'image/png',
      sha256: createHash('sha256').update(bytes).digest('hex'),
      state: 'ready',
      url: `/api/files/${opened.id}/content`,
    });
    expect((await layla.get(`/api/files/${opened.id}`)).body).toEqual(body);
    expect((await send.read(layla, opened.id)).equals(bytes)).toBe(true);
  });

  it('carries on after the parts that arrived, and a part may be sent twice', async () => {
    const bytes = Buffer.concat([png, randomBytes(partSize)]);
    const { body: opened } = await send.open(layla, { name: 'a.png', bytes });
    const first = await send.part(opened, 1, bytes);
    const early = await send.complete(layla, opened, [first]);
    expect([early.status, early.body.code]).toEqual([422, 'files.incomplete']);

    const again = await send.part(opened, 1, bytes);
    const second = await send.part(opened, 2, bytes);
    const whole = await send.complete(layla, opened, [second, again]);
    expect(whole.status).toBe(200);
    expect(whole.body.sha256).toBe(createHash('sha256').update(bytes).digest('hex'));
  });

  it('is told to the record once, however often it is completed', async () => {
    const { id, parts } = await send.whole(layla, { name: 'once.png', bytes: png });
    const again = await send.complete(layla, { id }, parts);
    expect(again.status).toBe(200);
    const facts = await app.database.query(
      `select type, raw::json->'data'->>'purpose' as purpose from record.events where stream = $1`,
      [`file-${id}`],
    );
    expect(facts).toEqual([{ type: 'FileStored', purpose: 'delivery' }]);
  });

  it('leaves nothing but itself on the disk', async () => {
    const before = stored().length;
    await send.whole(layla, {
      name: 'alone.png',
      bytes: Buffer.concat([png, randomBytes(partSize)]),
    });
    expect(stored().length).toBe(before + 1);
  });

  it('is removed a day later when it was never completed', async () => {
    const { body: opened } = await send.open(layla, { name: 'left.png', bytes: png });
    await send.part(opened, 1, png);
    const upload = join(folder, 'uploads', opened.id);
    expect(existsSync(upload)).toBe(true);
    await app.passDays(2);
    expect(existsSync(upload)).toBe(false);
    expect((await send.complete(layla, opened, [])).status).toBe(400);
    const late = await send.complete(layla, opened, [{ number: 1, etag: 'x' }]);
    expect(late.body.code).toBe('files.not_found');
  });
});

describe('what does not fit', () => {
  it.each([
    ['more', 413, 'files.too_large', Buffer.concat([png, png])],
    ['less', 422, 'files.incomplete', png.subarray(1)],
  ])(
    'a part with %s bytes than it was opened for is refused and not kept',
    async (_, status, code, sent) => {
      const { body: opened } = await send.open(layla, { name: 'size.png', bytes: png });
      for (const isChunked of [false, true]) {
        const answer = await send.put(opened.parts[0]?.url ?? '', sent, { isChunked });
        expect([answer.status, answer.code]).toEqual([status, code]);
      }
      expect(readdirSync(join(folder, 'uploads', opened.id))).toEqual([]);
    },
  );

  it('a file over fifty megabytes is refused before a byte is sent', async () => {
    const size = 50 * 1024 * 1024 + 1;
    const wanted = { name: 'big.png', size, mediaType: 'image/png', purpose: 'proposal' };
    const { status, body } = await layla.post('/api/files', wanted);
    expect([status, body['errors']]).toMatchObject([
      400,
      [{ path: 'size', code: 'files.too_large' }],
    ]);
  });

  it('parts that are not what was sent are no file', async () => {
    const { body: opened } = await send.open(layla, { name: 'etag.png', bytes: png });
    await send.part(opened, 1, png);
    const forged = await send.complete(layla, opened, [{ number: 1, etag: 'f'.repeat(64) }]);
    expect(forged.body.code).toBe('files.incomplete');
  });
});

describe('what is no document', () => {
  it.each([
    ['logo.svg', 'image/svg+xml', svg],
    ['page.html', 'text/html', html],
    ['setup.exe', 'application/octet-stream', exe],
    ['setup.exe', 'image/png', exe],
    ['photo.png.html', 'image/png', html],
  ])('%s as %s is refused before a byte is sent', async (name, mediaType, bytes) => {
    const { status, body } = await send.open(layla, { name, mediaType, bytes });
    expect([status, body.code]).toEqual([415, 'files.type_refused']);
  });

  it.each([
    ['a program as a picture', 'photo.png', 'image/png', exe],
    ['a program as a text', 'notes.txt', 'text/plain', Buffer.from('#!/bin/sh\nrm -rf ~\n')],
    ['a page as a text', 'notes.txt', 'text/plain', html],
    ['a page as a picture', 'photo.png', 'image/png', html],
    ['a drawing with scripts as a text', 'notes.md', 'text/markdown', svg],
  ])('%s is found out and removed', async (_, name, mediaType, bytes) => {
    const before = stored().length;
    const { body: opened } = await send.open(layla, { name, mediaType, bytes });
    const { status, body } = await send.rest(layla, opened, bytes);
    expect([status, body.code]).toEqual([415, 'files.disguised']);
    expect(stored().length).toBe(before);
    expect((await layla.get(`/api/files/${opened.id}`)).status).toBe(404);
  });

  it('an avatar is a picture', async () => {
    const text = {
      name: 'me.txt',
      mediaType: 'text/plain',
      bytes: Buffer.from('me'),
      purpose: 'avatar',
    };
    expect((await send.open(layla, text)).body.code).toBe('files.type_refused');
  });

  it('a type that the browser does not know is read from the name', async () => {
    const unknown = {
      name: 'notes.md',
      mediaType: 'application/octet-stream',
      bytes: Buffer.from('# Hi'),
    };
    expect((await send.whole(layla, unknown)).body.mediaType).toBe('text/markdown');
  });
});

describe('whose a file is', () => {
  it('is nobody else’s: not to see, not to read, not to complete', async () => {
    const { id, parts } = await send.whole(layla, { name: 'mine.png', bytes: png });
    for (const other of [ravi, app.guest()]) {
      expect((await other.get(`/api/files/${id}`)).status).toBe(404);
      expect((await other.get(`/api/files/${id}/content`)).status).toBe(404);
    }
    expect((await send.complete(ravi, { id }, parts)).status).toBe(404);
    expect((await app.guest().post('/api/files', {})).status).toBe(401);
  });

  it('is everybody’s once it is public', async () => {
    const { id } = await send.whole(layla, { name: 'public.png', bytes: png });
    await as(layla, new GrantFiles([id], 'public'));
    expect((await app.guest().get(`/api/files/${id}`)).status).toBe(200);
    expect(await send.read(app.guest(), id)).toEqual(png);
  });

  it('is one other person’s once it was given to them, and given by nobody else', async () => {
    const { id } = await send.whole(layla, { name: 'given.png', bytes: png });
    await expect(as(ravi, new GrantFiles([id], ravi.id))).rejects.toMatchObject({
      code: 'files.not_found',
    });
    await as(layla, new GrantFiles([id], ravi.id));
    expect((await ravi.get(`/api/files/${id}`)).status).toBe(200);
    expect((await app.guest().get(`/api/files/${id}`)).status).toBe(404);
  });
});

function as(who: Caller, command: GrantFiles): Promise<void> {
  const actor = { type: 'user' as const, id: who.id, roles: [] };
  return app.app.get(RequestContext).run({ actor }, () => app.app.get(CommandBus).execute(command));
}
