import { GrantFiles } from '../../apps/api/src/platform/files';
import { ScanFile } from '../../apps/api/src/platform/files/commands/scan-file';
import { Clamd } from '../../apps/api/src/platform/files/adapters/clamd';
import { RequestContext } from '@kernel/context';
import { Jobs } from '@kernel/jobs';
import { CommandBus } from '@nestjs/cqrs';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { TestApp, type Caller } from '../support/app';
import { FakeClamd } from '../support/clamd';
import { Sender } from '../support/files';
import { clamdProgram, startClamd } from '../support/real-clamd';

const folder = mkdtempSync(join(tmpdir(), 'guildhall-scans-'));
const eicar = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR', '-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join(
  '',
);

let app: TestApp;
let clamd: FakeClamd;
let layla: Caller;
let send: Sender;
beforeAll(async () => {
  clamd = await FakeClamd.start();
  app = await TestApp.start({ FILES_DIR: folder, CLAMAV_URL: clamd.url });
  send = await Sender.to(app);
});
beforeEach(() => {
  layla = app.as(['provider']);
  clamd.verdict = () => 'stream: OK';
});
afterAll(async () => {
  await app.stop();
  await clamd.stop();
  rmSync(folder, { recursive: true });
});

const stored = () =>
  readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
const text = { mediaType: 'text/plain' };
const whole = (name: string, bytes: Buffer) => send.whole(layla, { name, bytes, ...text });

describe('a file with a virus', () => {
  it('is refused, removed and told to the record', async () => {
    clamd.verdict = (content) => (content.includes('EICAR') ? 'stream: Eicar FOUND' : 'stream: OK');
    const before = stored().length;
    expect(await whole('a.txt', Buffer.from(eicar))).toMatchObject({
      status: 422,
      body: { code: 'files.infected' },
    });
    expect(stored()).toHaveLength(before);
    const rows = await app.database.query<{ data: object }>(
      `select raw::json->'data' as data from record.events where type = 'FileRefused'`,
    );
    expect(rows).toMatchObject([{ data: { ownerId: layla.id, found: 'Eicar' } }]);
    expect(clamd.taken.at(-1)?.toString()).toBe(eicar);
  });

  it('waits while nobody can look, and is given to nobody', async () => {
    await clamd.stop();
    const { status, id, body } = await whole('later.txt', Buffer.from('Hello'));
    expect([status, body.state]).toEqual([200, 'checking']);
    const reader = app.as(['client']);
    const grant = () => app.app.get(CommandBus).execute(new GrantFiles([id], reader.id));
    await app.app.get(RequestContext).run({}, grant);
    for (const who of [layla, reader])
      expect(await who.get(`/api/files/${id}/content`)).toMatchObject({
        status: 409,
        body: { code: 'files.being_checked' },
      });
    const job = await app.app.get(Jobs).ask('scans', (queue) => queue.getJob(`scan-${id}`));
    expect(job?.data).toEqual({ id });
    await clamd.listen();
    const scan = () => app.app.get(CommandBus).execute(new ScanFile(id));
    await app.app.get(RequestContext).run({}, scan);
    expect((await send.read(reader, id)).toString()).toBe('Hello');
  });

  it.each([
    ['says that it cannot', 'INSTREAM size limit exceeded. ERROR'],
    ['says nothing that we know', 'PONG'],
    ['says nothing', ''],
  ])('waits as well while the scanner %s', async (_, verdict) => {
    clamd.verdict = () => verdict;
    const { body } = await whole('wait.txt', Buffer.from('Hello'));
    expect(body.state).toBe('checking');
  });

  it('is gone when it is found later', async () => {
    clamd.verdict = () => 'oh. ERROR';
    const { id } = await whole('later.txt', Buffer.from(eicar));
    clamd.verdict = () => 'stream: Late FOUND';
    const scan = () => app.app.get(CommandBus).execute(new ScanFile(id));
    await expect(app.app.get(RequestContext).run({}, scan)).rejects.toThrow('files.infected');
    expect((await layla.get(`/api/files/${id}`)).status).toBe(404);
  });

  it('is found in the middle of something long, chunk by chunk', async () => {
    clamd.verdict = (content) => `stream: ${String(content.length)} FOUND`;
    const long = Readable.from([Buffer.alloc(100_000), Buffer.alloc(0), Buffer.alloc(23)]);
    expect(await new Clamd(clamd.url).find(long)).toBe('100023');
  });
});

(clamdProgram === undefined ? [] : [clamdProgram]).forEach((program) => {
  describe('the real ClamAV', () => {
    it('takes what is harmless, and knows the test virus by a signature of ours', async () => {
      const { url, stop } = await startClamd(program);
      try {
        const real = new Clamd(url);
        expect(await real.find(Readable.from([Buffer.alloc(300_000)]))).toBeNull();
        const parts = [Buffer.from('Look: '), Buffer.from(eicar.slice(0, 30))];
        const found = await real.find(Readable.from([...parts, Buffer.from(eicar.slice(30))]));
        expect(found).toContain('Guildhall.Eicar');
      } finally {
        await stop();
      }
    });
  });
});

describe('without a scanner', () => {
  it('the test virus is known, also across two chunks', async () => {
    const plain = await TestApp.start({ FILES_DIR: folder });
    const sender = await Sender.to(plain);
    try {
      const who = plain.as(['provider']);
      const file = {
        name: 'a.txt',
        bytes: Buffer.from(`Look: ${eicar}`),
        ...{ mediaType: 'text/plain' },
      };
      expect((await sender.whole(who, file)).body.code).toBe('files.infected');
    } finally {
      await plain.stop();
    }
  });
});
