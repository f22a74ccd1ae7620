import { reject } from '@kernel/reject';
import { promisify } from 'node:util';
import type { Readable } from 'node:stream';
import { fromBuffer, type Entry, type ZipFile } from 'yauzl';

const maxEntries = 5_000;
const maxUnpacked = 512 * 1024 * 1024;
/** Text packs twenty to one; a bomb a thousand to one. What is small harms nobody. */
const maxRatio = 200;
const harmlessBytes = 16 * 1024 * 1024;

const open = promisify((bytes: Buffer, done: (error: Error | null, zip: ZipFile) => void): void =>
  fromBuffer(bytes, { lazyEntries: true, strictFileNames: true }, done),
);

/**
 * Unpacks an archive into nothing. Rejects files.archive_refused when it leads out of its folder, links
 * anywhere, is locked, is not what its table says, or is far more than it seems.
 */
export async function unpack(bytes: Buffer): Promise<void> {
  const zip = await open(bytes).catch(refuse);
  if (zip.entryCount > maxEntries) reject('files.archive_refused');
  let unpacked = 0;
  try {
    for await (const entry of entriesOf(zip)) {
      if (isLink(entry) || entry.isEncrypted()) reject('files.archive_refused');
      if (entry.fileName.endsWith('/')) continue;
      for await (const chunk of (await contentOf(zip, entry)) as AsyncIterable<Buffer>) {
        unpacked += chunk.length;
        if (unpacked > Math.min(maxUnpacked, Math.max(bytes.length * maxRatio, harmlessBytes)))
          reject('files.archive_refused');
      }
    }
  } catch {
    refuse();
  } finally {
    zip.close();
  }
}

async function* entriesOf(zip: ZipFile): AsyncGenerator<Entry> {
  const waiting: ((entry: Entry | null) => void)[] = [];
  const failed = new Promise<never>((_, fail) => zip.on('error', fail));
  failed.catch(() => undefined);
  zip.on('entry', (entry: Entry) => waiting.shift()?.(entry));
  zip.on('end', () => waiting.shift()?.(null));
  for (;;) {
    const next = new Promise<Entry | null>((done) => waiting.push(done));
    zip.readEntry();
    const entry = await Promise.race([next, failed]);
    if (!entry) return;
    yield entry;
  }
}

const contentOf = (zip: ZipFile, entry: Entry): Promise<Readable> =>
  new Promise((done, fail) => {
    zip.openReadStream(entry, (error, stream) => (error ? fail(error) : done(stream)));
  });

/** The mode of Unix is in the upper half; a link has the type 0o12. */
const isLink = ({ externalFileAttributes: attributes }: Entry): boolean =>
  attributes >>> 28 === 0o12;

/** Whatever an unpacker does not like is no archive for us. */
function refuse(): never {
  return reject('files.archive_refused');
}
