import { promisify } from 'node:util';
import { buffer } from 'node:stream/consumers';
import { fromBuffer, type Entry, type ZipFile } from 'yauzl';
import type { Job } from 'bullmq';
import { MakeExport } from '../../apps/api/src/people/privacy/commands/make-export';
import type { TestApp } from './app';

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

/** What the worker does with a wish for a copy. */
export async function made(app: TestApp, exportId: string): Promise<void> {
  await app.app.get(MakeExport).process({ data: { exportId } } as Job<{ exportId: string }>);
  await app.settle();
}
