import { setTimeout as pause } from 'node:timers/promises';
import { KurrentMirror } from '../../apps/api/src/platform/mirror';
import { TestApp } from '../support/app';
import { KurrentPeer } from '../support/kurrent-peer';
import { known, publishedJob } from '../support/market';

const peer = new KurrentPeer();
let app: TestApp;
beforeAll(async () => {
  app = await TestApp.start({ KURRENTDB_URL: await peer.start() });
});
afterAll(async () => {
  await app.stop();
  peer.stop();
});

const record = () =>
  app.database.query<{ id: string; stream: string; raw: string }>(
    'select id, stream, raw from record.events order by xid, pos',
  );
const copy = () =>
  peer.log.map(({ id, stream, data }) => ({ id, stream, raw: Buffer.from(data).toString() }));
const round = () => app.app.get(KurrentMirror).round();

/** What was written is seen once nobody who began before is still at it, in other databases too. */
async function rounds(): Promise<void> {
  for (let turn = 0; turn < 100; turn += 1) {
    await round();
    await pause(50);
  }
}

describe('the mirror', () => {
  it('has every event of the record, byte for byte, in the order of the feed', async () => {
    const client = await known(app, 'Noor Clinic', ['client']);
    for (let more = 0; more < 3; more += 1) await publishedJob(client);
    await app.settle();
    expect(await round()).toBeGreaterThan(0);
    expect(copy()).toEqual(await record());
    expect(await round()).toBe(0);
  });

  it('goes on where it was when an answer was lost, without a second copy', async () => {
    const client = await known(app, 'Noor Clinic', ['client']);
    await publishedJob(client);
    await app.settle();
    peer.loseNextAnswer = true;
    await expect(round()).rejects.toThrow();
    await round();
    expect(copy()).toEqual(await record());
  });

  it('begins anew without harm when its checkpoint is lost', async () => {
    await app.database.query(`delete from record.consumers where name = 'kurrentdb-mirror'`);
    await round();
    expect(copy()).toEqual(await record());
  });

  it('stops where somebody else wrote, and skips nothing', async () => {
    const client = await known(app, 'Noor Clinic', ['client']);
    const { body } = await client.post('/api/jobs', { title: 'Another' });
    peer.put(`job-${String(body['id'])}`, client.id, { not: 'ours' });
    await expect(rounds()).rejects.toThrow(/has another event/);
    await expect(round()).rejects.toThrow(/has another event/);
  });
});
