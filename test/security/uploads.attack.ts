import { expect, test } from '@playwright/test';
import { attack } from './attack';
import { Caller, rows, scene, stack } from './scene';

interface Upload {
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Buffer;
}

const text = (words: string) => Buffer.from(words, 'latin1');
const pdf = text('%PDF-1.4\n1 0 obj<</OpenAction<</S/JavaScript/JS(app.alert(1))>>>>endobj\n%%EOF');
const page = text('<!doctype html><script>parent.executed = true</script>');
const svg = text('<svg xmlns="http://www.w3.org/2000/svg" onload="parent.executed=true"/>');

/** Files that are something else to somebody. */
const disguised: readonly Upload[] = [
  { name: 'a.gif', mediaType: 'image/gif', bytes: text('GIF89a/*\0\0*/=1;alert(1)') },
  { name: 'a.png', mediaType: 'image/png', bytes: page },
  { name: 'a.jpg', mediaType: 'image/jpeg', bytes: page },
  { name: 'a.webp', mediaType: 'image/webp', bytes: svg },
  { name: 'a.svg', mediaType: 'image/svg+xml', bytes: svg },
  { name: 'a.html', mediaType: 'text/html', bytes: page },
  { name: 'a.png', mediaType: 'text/html', bytes: page },
  { name: 'a.xml', mediaType: 'application/xml', bytes: svg },
  { name: 'a.js', mediaType: 'text/javascript', bytes: text('alert(1)') },
  { name: 'a.exe', mediaType: 'application/octet-stream', bytes: text('MZ\x90\0') },
  { name: 'a.pdf', mediaType: 'application/pdf', bytes: page },
  { name: 'a.pdf', mediaType: 'application/pdf', bytes: text('PK\x03\x04 %PDF-1.4') },
  { name: 'a.zip', mediaType: 'application/zip', bytes: pdf },
  { name: 'a.docx', mediaType: 'application/zip', bytes: text('MZ\x90\0PK\x03\x04') },
  { name: 'a.txt', mediaType: 'text/plain', bytes: page },
  { name: 'a.txt', mediaType: 'text/plain', bytes: text('#!/bin/sh\nrm -rf /') },
  {
    name: 'a.png',
    mediaType: 'image/png',
    bytes: text('\x89PNG\r\n\x1a\n<script>alert(1)</script>'),
  },
];

/** Names that lead out of a folder or hide their end: they are not taken. */
const names = [
  ...[
    '../../etc/cron.d/a.pdf',
    '..\\..\\boot.pdf',
    '/etc/a.pdf',
    'C:\\a.pdf',
    '....//a.pdf',
    'a\0.pdf',
  ],
  ...['a.pdf\0.exe', 'a.php.pdf', 'a.exe.pdf', 'a.pdf.'],
  ...['report\u202Efdp.exe.pdf', 'a.pdf;.exe.pdf', '~/.ssh/a.pdf'],
];
/** Names with what nobody sees: it is taken out, and nothing of it is kept. */
const unseen = ['a\r\nSet-Cookie: gh_access=x; .pdf', 'a\n.pdf', 'in\u200Bvoice.pdf'];

async function stored(by: Caller, { name, mediaType, bytes }: Upload): Promise<string | null> {
  const wish = { name, mediaType, size: bytes.length, purpose: 'delivery' };
  const { status, body } = await by.post('/api/files', wish);
  if (status >= 300) return null;
  const [part] = (body['parts'] ?? []) as { url: string }[];
  if (!part) return 'weak';
  const sent = await fetch(new URL(part.url, stack.api), {
    method: 'PUT',
    body: new Uint8Array(bytes),
  });
  const parts = [{ number: 1, etag: sent.headers.get('etag') ?? 'none' }];
  const done = await by.post(`/api/files/${String(body['id'])}/complete`, { parts });
  return done.status < 300 ? String(body['id']) : null;
}

test('a file that is something else is not taken', async () => {
  const { provider, weak } = await scene();
  const succeeds = async (one: Upload, target: string) =>
    (await stored(target === stack.api ? provider : new Caller(target, 'a@a.test'), one)) !== null;
  expect(await attack({ tries: disguised, house: stack.api, weak, succeeds })).toEqual([]);
});

const unplain = /[/\\\p{Cc}\u202E\u200B]/u;

test('a name that climbs out of its folder stays a name', async () => {
  const { provider, weak } = await scene();
  const succeeds = async (name: string, target: string) => {
    const by = target === stack.api ? provider : new Caller(target, 'a@a.test');
    const id = await stored(by, { name, mediaType: 'application/pdf', bytes: pdf });
    if (id === null || names.includes(name)) return id !== null;
    const [kept] = await rows<{ name: string }>('select name from files where id::text = $1', [id]);
    return kept === undefined || unplain.test(kept.name);
  };
  const tries = [...names, ...unseen];
  expect(await attack({ tries, house: stack.api, weak, succeeds })).toEqual([]);
  const kept = await rows<{ name: string }>('select name from files');
  expect(kept.filter(({ name }) => unplain.test(name))).toEqual([]);
});
