import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32, deflateSync } from 'node:zlib';
import sharp from 'sharp';
import { TestApp, type Caller } from '../support/app';
import { kindsOfBytes, Sender } from '../support/files';
import { zipOf } from '../support/zips';

const folder = mkdtempSync(join(tmpdir(), 'guildhall-checks-'));
let app: TestApp;
let layla: Caller;
let send: Sender;
beforeAll(async () => {
  app = await TestApp.start({ FILES_DIR: folder, FILES_QUOTA_MB: '20' });
  send = await Sender.to(app);
});
beforeEach(() => {
  layla = app.as(['provider']);
});
afterAll(async () => {
  await app.stop();
  rmSync(folder, { recursive: true });
});

const stored = () =>
  readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());

interface Look {
  readonly mediaType?: string;
  readonly purpose?: string;
}
const whole = (name: string, bytes: Buffer, { mediaType = 'image/png', purpose }: Look = {}) =>
  send.whole(layla, { name, bytes, mediaType, ...(purpose !== undefined && { purpose }) });

/** Refused with this code, and nothing of it stays. */
async function isRefused(name: string, bytes: Buffer, look: Look, code: string): Promise<void> {
  const before = stored().length;
  const { status, body } = await whole(name, bytes, look);
  expect([status >= 400, body.code]).toEqual([true, code]);
  expect(stored()).toHaveLength(before);
}

const jpeg = { mediaType: 'image/jpeg' };
const gif = { mediaType: 'image/gif' };
const pdf = { mediaType: 'application/pdf' };
const zip = { mediaType: 'application/zip' };
const pdfBytes = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\n%%EOF\n');

/** A head that speaks of so many pixels, and no pixel. */
function flood(side: number): Buffer {
  const chunk = (type: string, content: Buffer) => {
    const body = Buffer.concat([Buffer.from(type), content]);
    const ends = Buffer.alloc(8);
    ends.writeUInt32BE(content.length, 0);
    ends.writeUInt32BE(crc32(body), 4);
    return Buffer.concat([ends.subarray(0, 4), body, ends.subarray(4)]);
  };
  const head = Buffer.alloc(13);
  head.writeUInt32BE(side, 0);
  head.writeUInt32BE(side, 4);
  head.set([8, 0], 8);
  const parts = [
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(Buffer.alloc(64))),
    chunk('IEND', Buffer.alloc(0)),
  ];
  return Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), ...parts]);
}

describe('a file that is two things', () => {
  const script = Buffer.from('GIF89a/*\0\0\0\0\0\0*/=1;alert(1)');
  it.each<[string, string, Buffer, Look, string]>([
    ['a picture and a script', 'a.gif', script, gif, 'files.disguised'],
    [
      'a PDF and an archive',
      'a.pdf',
      Buffer.concat([pdfBytes, zipOf({ name: 'a' })]),
      pdf,
      'files.disguised',
    ],
    [
      'a picture and an archive',
      'a.png',
      Buffer.concat([kindsOfBytes.png, zipOf({ name: 'a' })]),
      {},
      'files.disguised',
    ],
    [
      'an archive and a PDF',
      'a.zip',
      Buffer.concat([zipOf({ name: '%PDF-1.4' })]),
      zip,
      'files.disguised',
    ],
    ['a page that calls itself a picture', 'a.jpg', kindsOfBytes.html, jpeg, 'files.disguised'],
    ['a program that calls itself a picture', 'a.png', kindsOfBytes.exe, {}, 'files.disguised'],
    [
      'a drawing with a script that calls itself a text',
      'a.txt',
      kindsOfBytes.svg,
      { mediaType: 'text/plain' },
      'files.disguised',
    ],
    [
      'the head of a picture and nothing else',
      'a.jpg',
      Buffer.from('\xff\xd8\xff\xe0 no picture', 'latin1'),
      jpeg,
      'files.picture_refused',
    ],
  ])('%s is refused and removed', (_, name, bytes, look, code) =>
    isRefused(name, bytes, look, code),
  );

  it('is not taken by its name or its kind either', async () => {
    const open = async (name: string, mediaType: string) =>
      (await send.open(layla, { name, bytes: pdfBytes, mediaType })).body.code;
    expect(await open('a.svg', 'image/svg+xml')).toBe('files.type_refused');
    expect(await open('shell.php.png', 'image/png')).toBe('files.name_refused');
    expect(await open('report\u202Egnp.exe.png', 'image/png')).toBe('files.name_refused');
    expect(await open('shell.php\0.png', 'image/png')).toBe('request.invalid');
    const empty = await layla.post('/api/files', {
      name: 'a.png',
      size: 0,
      mediaType: 'image/png',
      purpose: 'job',
    });
    expect(empty.status).toBe(400);
  });
});

describe('a file that is more than it seems', () => {
  it('is refused when it is a flood of pixels', () =>
    isRefused('flood.png', flood(50_000), {}, 'files.picture_refused'));

  const bomb = Buffer.alloc(64 * 1024 * 1024);
  it.each<[string, Buffer]>([
    ['is a bomb', zipOf({ name: 'zeros', content: bomb })],
    ['is a bomb that says it is small', zipOf({ name: 'zeros', content: bomb, claims: 10 })],
    ['leads out of its folder', zipOf({ name: '../../etc/cron.d/a' })],
    ['leads to the root', zipOf({ name: '/etc/passwd' })],
    ['leads to a disk', zipOf({ name: 'C:\\boot.ini' })],
    ['is a link', zipOf({ name: 'link', mode: 0o120777, content: Buffer.from('/etc/passwd') })],
    ['is locked', zipOf({ name: 'secret', locked: true })],
    ['is cut off', zipOf({ name: 'a' }).subarray(0, -30)],
  ])('is refused when something in an archive %s', (_, bytes) =>
    isRefused('a.zip', bytes, zip, 'files.archive_refused'),
  );

  it('is taken when it is an archive like any other', async () => {
    const bytes = zipOf(
      { name: 'word/document.xml', content: Buffer.from('<w/>'.repeat(50_000)) },
      { name: 'a/', content: Buffer.alloc(0) },
    );
    expect((await whole('a.zip', bytes, zip)).status).toBe(200);
  });
});

describe('a picture', () => {
  const photo = () =>
    sharp({ create: { width: 40, height: 20, channels: 3, background: '#a33' } })
      .jpeg()
      .withExif({
        IFD0: { Make: 'Canary' },
        IFD3: { GPSLatitude: '52/1 30/1 0/1', GPSLatitudeRef: 'N' },
      })
      .withMetadata({ orientation: 6 })
      .toBuffer();

  it('to show is drawn anew: upright, and without where it was taken', async () => {
    const bytes = await photo();
    expect(bytes.includes('Canary')).toBe(true);
    const { id, body } = await whole('me.jpg', bytes, { ...jpeg, purpose: 'avatar' });
    const shown = await send.read(layla, id);
    const { width, height, exif, format } = await sharp(shown).metadata();
    expect({ width, height, exif, format }).toEqual({
      width: 20,
      height: 40,
      exif: undefined,
      format: 'jpeg',
    });
    expect(shown.includes('Canary')).toBe(false);
    expect(body).toMatchObject({ size: shown.length, state: 'ready' });
  });

  it('that is delivered stays byte for byte: its hash is what both agreed on', async () => {
    const bytes = await photo();
    const { id } = await whole('work.jpg', bytes, { ...jpeg, purpose: 'delivery' });
    expect((await send.read(layla, id)).equals(bytes)).toBe(true);
  });
});

describe('an account', () => {
  it('stores no more than its share', async () => {
    const open = (size: number) =>
      layla.post('/api/files', {
        name: 'a.mp4',
        size,
        mediaType: 'video/mp4',
        purpose: 'delivery',
      });
    const mb = 1024 * 1024;
    expect((await open(12 * mb)).status).toBe(201);
    const all = await Promise.all([open(6 * mb), open(6 * mb)]);
    expect(all.map(({ status }) => status).toSorted()).toEqual([201, 409]);
    expect(all.find(({ status }) => status === 409)?.body).toMatchObject({
      code: 'files.over_quota',
      facts: { usedBytes: 18 * mb, quotaBytes: 20 * mb },
    });
  });
});
