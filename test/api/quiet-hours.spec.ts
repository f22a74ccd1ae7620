import { Clock } from '@kernel/clock';
import { Jobs } from '@kernel/jobs';
import { Workers } from '@kernel/workers';
import { TestApp } from '../support/app';
import { disputeScene, fundedDeal, openedDispute, type Scene } from '../support/disputes';
import { known, type Known } from '../support/market';
import { until } from '../support/post-office';
import { replyFrom, Twilio } from '../support/twilio';

const twilio = new Twilio();
const dayMs = 86_400_000;
let app: TestApp;
let scene: Scene;
let phone: string;
let last = 0;

beforeAll(async () => {
  app = await TestApp.start({ TWILIO_URL: await twilio.start(), JOB_RETRY_MS: '50' });
  await app.app.get(Workers).start();
});
afterAll(async () => {
  await app.stop();
  await twilio.stop();
});
beforeEach(async () => {
  scene = await disputeScene(app);
  last += 1;
  phone = `+9198323456${String(last).padStart(2, '0')}`;
  await app.database.query(
    'update accounts set phone = $2, phone_verified_at = now() where id = $1',
    [scene.provider.id, phone],
  );
});

const noon = 6.5;
const night = 20;

/** Business time goes on to the next time that it is so late in UTC; India is five and a half ahead. */
async function isNext(hour: number): Promise<void> {
  const now = app.app.get(Clock).now().getTime();
  const today = Math.floor(now / dayMs) * dayMs + hour * 3_600_000;
  await app.passDays(((today > now ? today : today + dayMs) - now) / dayMs);
}
const choose = (wanted: boolean) =>
  scene.provider.put('/api/notifications/choices', { topic: 'disputes', channel: 'sms', wanted });
const hours = (quiet: object, who: Known = scene.provider) =>
  who.put('/api/texts/quiet-hours', { isOn: true, from: '22:00', to: '08:00', ...quiet });

async function isDisputed(): Promise<string> {
  const { client, provider } = scene;
  const id = await openedDispute(app, client, await fundedDeal(app, { client, provider }));
  await app.settle();
  return id;
}

/** What was ever asked of the queue for this person, finished or not. */
async function asked(): Promise<number> {
  const jobs = await app.app.get(Jobs).ask('texts', (queue) => queue.getJobs());
  const isTheirs = (data: unknown) =>
    (data as { accountId?: string }).accountId === scene.provider.id;
  return jobs.filter(({ name, data }) => name === 'disputed' && isTheirs(data)).length;
}
async function worked(): Promise<void> {
  await until(async () => {
    const counts = await app.app.get(Jobs).ask('texts', (queue) => queue.getJobCounts());
    return ['waiting', 'active', 'prioritized', 'delayed'].every((state) => !counts[state]);
  });
}
const sent = () => twilio.texts.filter(({ to }) => to === phone).length;

describe('a text about a dispute', () => {
  beforeEach(() => isNext(noon));

  it('is not even asked for, until somebody chose it', async () => {
    await isDisputed();
    expect(await asked()).toBe(0);
    await choose(true);
    await isDisputed();
    await worked();
    expect(await asked()).toBe(1);
    expect(sent()).toBe(1);
    await choose(false);
    await isDisputed();
    expect(await asked()).toBe(1);
  });

  it('is suppressed where the number answered STOP', async () => {
    await choose(true);
    const { path, fields, headers } = replyFrom({ from: phone, body: 'STOP' });
    await app.form(path, new URLSearchParams(fields).toString(), headers);
    await isDisputed();
    await worked();
    const rows = await app.database.query('select status from texts where account_id = $1', [
      scene.provider.id,
    ]);
    expect(rows).toEqual([{ status: 'suppressed' }]);
    expect(sent()).toBe(0);
  });
});

describe('at night', () => {
  beforeEach(async () => {
    await isNext(night);
    await choose(true);
  });

  it('a text waits until its reader’s quiet hours are over', async () => {
    await isDisputed();
    await worked();
    expect(sent()).toBe(0);
    await isNext(2.4);
    await worked();
    expect(sent()).toBe(0);
    await isNext(2.5);
    await worked();
    expect(sent()).toBe(1);
    await isNext(2.5);
    await worked();
    expect(sent()).toBe(1);
  });

  it('it comes at once to whoever switched them off, or has others', async () => {
    await hours({ isOn: false });
    await isDisputed();
    await worked();
    expect(sent()).toBe(1);
    await hours({ from: '13:00', to: '15:00' });
    await isDisputed();
    await worked();
    expect(sent()).toBe(2);
  });

  it('it is dropped when the answer was given meanwhile', async () => {
    const id = await isDisputed();
    await worked();
    await scene.provider.post(`/api/disputes/${id}/answer`, { text: 'It works.', files: [] });
    await app.settle();
    await isNext(2.5);
    await worked();
    expect(await asked()).toBe(2);
    expect(sent()).toBe(0);
  });

  it('it is dropped when it is no longer wanted in the morning', async () => {
    await isDisputed();
    await worked();
    await choose(false);
    await isNext(2.5);
    await worked();
    expect(await asked()).toBe(1);
    expect(sent()).toBe(0);
  });

  it('it waits on where the hours were made longer', async () => {
    await isDisputed();
    await worked();
    await hours({ to: '09:00' });
    await isNext(2.5);
    await worked();
    expect(sent()).toBe(0);
    await isNext(3.5);
    await worked();
    expect(sent()).toBe(1);
  });

  it('a code does not wait', async () => {
    await scene.provider.post('/api/accounts/step-up', { purpose: 'release' });
    await until(() => sent() === 1);
    expect(sent()).toBe(1);
  });
});

describe('quiet hours', () => {
  it('are from ten to eight until one says otherwise, and are one’s own', async () => {
    const quiet = async (who: Known) => (await who.get('/api/texts/settings')).body['quiet'];
    const person = await known(app, 'Omar Said', ['provider']);
    const usual = { isOn: true, from: '22:00', to: '08:00' };
    expect(await quiet(person)).toEqual(usual);
    const set = await hours({ from: '23:30', to: '06:00' }, person);
    expect(set).toMatchObject({ status: 200, body: { quiet: { from: '23:30', to: '06:00' } } });
    expect(await quiet(person)).toEqual({ isOn: true, from: '23:30', to: '06:00' });
    expect(await quiet(scene.provider)).toEqual(usual);
    const facts = () =>
      app.database.query(`select 1 from record.events where stream = $1`, [
        `quiet-hours-${person.id}`,
      ]);
    await hours({ from: '23:30', to: '06:00' }, person);
    expect(await facts()).toHaveLength(1);
  });

  it.each([
    [{ from: '08:00', to: '08:00' }, 422, 'texts.no_quiet_time'],
    [{ from: '22:10' }, 400, 'request.invalid'],
    [{ from: '24:00' }, 400, 'request.invalid'],
    [{ timeZone: 'Europe/Berlin' }, 400, 'request.invalid'],
  ])('are not %j', async (wrong, status, code) => {
    expect(await hours(wrong)).toMatchObject({ status, body: { code } });
  });
});
