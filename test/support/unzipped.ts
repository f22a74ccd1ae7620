import { promisify } from 'node:util';
import { buffer } from 'node:stream/consumers';
import { fromBuffer, type Entry, type ZipFile } from 'yauzl';

const open = promisify((bytes: Buffer, done: (error: Error | null, zip: ZipFile) => void): void =>
  fromBuffer(bytes, { lazyEntries: true, strictFileNames: true }, done),
);

/** Every file of an archive by its path. */
export async function unzipped(bytes: Buffer): Promise<Map<string, Buffer>> {
  const zip = await open(bytes);
  const files = new Map<string, Buffer>();
  await new Promise<void>((done, fail) => {
    zip.on('entry', (entry: Entry) => {
      zip.openReadStream(entry, (error, stream) => {
        if (error) return fail(error);
        buffer(stream).then((content) => {
          files.set(entry.fileName, content);
          zip.readEntry();
        }, fail);
      });
    });
    zip.on('end', done).on('error', fail);
    zip.readEntry();
  });
  return files;
}
