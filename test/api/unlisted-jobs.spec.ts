import { TestApp, type Answer } from '../support/app';
import { clinicJob, clinicProposal, known, publishedJob, type Known } from '../support/market';

let app: TestApp;
let client: Known;
let asked: Known;
let other: Known;
let jobId: string;
beforeAll(async () => {
  app = await TestApp.start();
  client = await known(app, 'Noor Clinic', ['client']);
  const look = { skills: ['angular', 'postgresql'], languages: ['ar'] };
  asked = await known(app, 'Amira Hassan', ['provider'], look);
  other = await known(app, 'Bilal Rao', ['provider'], look);
  const profile = { headline: 'Booking sites', about: '', hourlyRate: null, avatarFileId: null };
  for (const one of [asked, other]) await one.put('/api/profiles/me', { ...profile, ...look });
  await app.settle();
  jobId = await publishedJob(client, { visibility: 'invited' });
  await app.settle();
  const pool = await client.post('/api/pools', { name: 'Clinics' });
  const path = `/api/pools/${String(pool.body['id'])}`;
  await client.put(`${path}/providers/${asked.id}`, {});
  await client.post(`${path}/invitations`, { jobId, providerIds: [asked.id] });
  await app.settle();
});
afterAll(() => app.stop());

const outcome = ({ status, body }: Answer) => [status, body['code']];
const none = [404, 'jobs.not_found'];

describe('a job for those who were asked alone', () => {
  it('is on no list: not in search, not in the sitemap, and nobody is matched to it', async () => {
    const { body } = await other.get('/api/search/jobs?q=booking');
    expect(JSON.stringify(body)).not.toContain(jobId);
    const map = (await app.guest().bytes('/sitemap.xml')).toString();
    expect(map).not.toContain(jobId);
    const matched = await app.database.query('select 1 from job_matches where job_id = $1', [
      jobId,
    ]);
    expect(matched).toEqual([]);
    const open = await publishedJob(client, { title: 'Booking for everybody' });
    await app.settle();
    const found = (await other.get('/api/search/jobs?q=booking')).body;
    expect(JSON.stringify(found)).toContain(open);
    const matches = await app.database.query('select 1 from job_matches where job_id = $1', [open]);
    expect(matches).toHaveLength(2);
  });

  it('is there for its client and whoever was asked, and for nobody else', async () => {
    expect((await client.get(`/api/jobs/${jobId}`)).body).toMatchObject({ visibility: 'invited' });
    expect((await asked.get(`/api/jobs/${jobId}`)).body).toMatchObject({
      ...{ title: clinicJob.title, invited: true },
    });
    for (const stranger of [app.guest(), other]) {
      expect(outcome(await stranger.get(`/api/jobs/${jobId}`))).toEqual(none);
    }
    const client2 = await known(app, 'Other Client', ['client']);
    expect(outcome(await client2.post(`/api/jobs/${jobId}/close`, { reason: 'other' }))).toEqual(
      none,
    );
    expect(outcome(await client2.get(`/api/jobs/${jobId}/matches`))).toEqual(none);
    expect(outcome(await client2.get(`/api/jobs/${jobId}/proposals`))).toEqual(none);
  });

  it('takes a proposal of whoever was asked, and of nobody else', async () => {
    const propose = (who: Known) => who.post(`/api/jobs/${jobId}/proposals`, clinicProposal);
    expect(outcome(await propose(other))).toEqual(none);
    expect((await propose(asked)).status).toBe(201);
  });
});
