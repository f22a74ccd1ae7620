import { TestApp } from '../support/app';
import {
  clinicProposal,
  inr,
  known,
  publishedJob,
  sentProposal,
  type Known,
} from '../support/market';

let app: TestApp;
let client: Known;
let provider: Known;
let stranger: Known;
let jobId: string;
beforeAll(async () => {
  app = await TestApp.start();
  client = await known(app, 'Noor Clinic', ['client']);
  provider = await known(app, 'Amira Hassan', ['provider'], {
    skills: ['angular'],
    headline: 'Builds bookings',
  });
  stranger = await known(app, 'Somebody Else', ['client', 'provider']);
});
afterAll(() => app.stop());
beforeEach(async () => (jobId = await publishedJob(client)));

const propose = (by: Known, changes: object = {}, job = jobId) =>
  by.post(`/api/jobs/${job}/proposals`, { ...clinicProposal, ...changes });

describe('a proposal', () => {
  it('is read by both sides with the total of its milestones', async () => {
    const id = await sentProposal(provider, jobId);
    const seen = { id, status: 'sent', total: inr(10_000_000), days: 30, viewedAt: null };
    expect((await provider.get(`/api/proposals/${id}`)).body).toMatchObject(seen);
    expect((await client.get(`/api/proposals/${id}`)).body).toMatchObject({
      ...seen,
      jobTitle: 'Booking site for 3 clinics',
      provider: { name: 'Amira Hassan', headline: 'Builds bookings', skills: ['angular'] },
    });
    expect(await stranger.get(`/api/proposals/${id}`)).toMatchObject({
      status: 404,
      body: { code: 'proposals.not_found' },
    });
  });

  it('is sent once per provider and job, and again only after a withdrawal', async () => {
    const id = await sentProposal(provider, jobId);
    expect(await propose(provider)).toMatchObject({
      status: 409,
      body: { code: 'proposals.already_sent' },
    });
    expect(await provider.post(`/api/proposals/${id}/withdraw`)).toMatchObject({ status: 204 });
    expect(await propose(provider)).toMatchObject({ status: 201 });
  });

  it('fits its job: somebody else’s, open, in its currency, every question answered', async () => {
    const both = app.as(['client', 'provider'], client.id);
    expect(await both.post(`/api/jobs/${jobId}/proposals`, clinicProposal)).toMatchObject({
      body: { code: 'proposals.own_job' },
    });
    const dollars = [{ title: 'All', amount: { amountMinor: '1', currency: 'USD' }, days: 1 }];
    expect(await propose(stranger, { milestones: dollars })).toMatchObject({
      body: { code: 'proposals.currency' },
    });
    expect(await propose(stranger, { answers: ['Only one', ''] })).toMatchObject({
      status: 422,
      body: { code: 'proposals.answers_missing', facts: { missing: [1] } },
    });
    const much = { title: 'All', amount: inr(10 ** 15), days: 1 };
    expect(await propose(stranger, { milestones: [much, much] })).toMatchObject({
      body: { code: 'money.too_large' },
    });
    await client.post(`/api/jobs/${jobId}/close`, { reason: 'cancelled' });
    expect(await propose(stranger)).toMatchObject({ body: { code: 'jobs.not_open' } });
  });

  it('refuses a job that is not there, a draft, and fields it does not know', async () => {
    const nowhere = '019a0000-0000-7000-8000-000000000000';
    expect(await propose(stranger, {}, nowhere)).toMatchObject({ status: 404 });
    const draft = String((await client.post('/api/jobs', {})).body['id']);
    expect(await propose(stranger, {}, draft)).toMatchObject({ status: 404 });
    expect(await propose(stranger, { boost: 10 })).toMatchObject({ status: 400 });
    expect(await client.post(`/api/jobs/${jobId}/proposals`, clinicProposal)).toMatchObject({
      status: 403,
    });
  });

  it('may be changed until the client has begun to decide', async () => {
    const id = await sentProposal(provider, jobId);
    const edit = (by: Known) =>
      by.put(`/api/proposals/${id}`, { ...clinicProposal, coverLetter: 'Better.' });
    expect(await edit(stranger)).toMatchObject({ status: 404 });
    await client.post(`/api/proposals/${id}/view`);
    expect(await edit(provider)).toMatchObject({ status: 204 });
    await client.post(`/api/proposals/${id}/shortlist`);
    expect(await edit(provider)).toMatchObject({ status: 409, body: { code: 'proposals.locked' } });
    expect((await provider.get(`/api/proposals/${id}`)).body).toMatchObject({
      coverLetter: 'Better.',
    });
  });

  it('tells the provider when it was seen, and why it was declined', async () => {
    const id = await sentProposal(provider, jobId);
    await client.post(`/api/proposals/${id}/view`);
    const { body } = await provider.get(`/api/proposals/${id}`);
    expect(body).toMatchObject({ status: 'viewed', viewedAt: expect.any(String) as string });
    await client.post(`/api/proposals/${id}/view`);
    const decline = { reason: 'budget', note: 'Above what we have.' };
    expect(await stranger.post(`/api/proposals/${id}/decline`, decline)).toMatchObject({
      status: 404,
    });
    expect(await client.post(`/api/proposals/${id}/decline`, decline)).toMatchObject({
      status: 204,
    });
    expect((await provider.get(`/api/proposals/${id}`)).body).toMatchObject({
      status: 'declined',
      viewedAt: body['viewedAt'],
      declineReason: 'budget',
      declineNote: 'Above what we have.',
    });
    for (const step of ['shortlist', 'withdraw'])
      expect(
        (await (step === 'withdraw' ? provider : client).post(`/api/proposals/${id}/${step}`)).body,
      ).toMatchObject({ code: 'proposals.not_open' });
    const told = await app.database.query<{ type: string; raw: string }>(
      'select type, raw from record.events where stream = $1 order by version',
      [`proposal-${id}`],
    );
    expect(told.map(({ type }) => type)).toEqual([
      'ProposalSubmitted',
      'ProposalViewed',
      'ProposalDeclined',
    ]);
    expect(told.map(({ raw }) => raw).join()).not.toMatch(/Above|Amira/);
  });
});

describe('the lists', () => {
  it('show a client what came in for a job, without what was taken back', async () => {
    const kept = await sentProposal(provider, jobId);
    const gone = await sentProposal(stranger, jobId);
    await stranger.post(`/api/proposals/${gone}/withdraw`);
    const { body } = await client.get(`/api/jobs/${jobId}/proposals`);
    expect(body).toMatchObject({ items: [{ id: kept }], next: null });
    expect(await stranger.get(`/api/jobs/${jobId}/proposals`)).toMatchObject({ status: 403 });
  });

  it('show a provider where every proposal stands, page by page', async () => {
    const busy = await known(app, 'Busy Provider', ['provider']);
    const jobs = await Promise.all([
      publishedJob(client),
      publishedJob(client),
      publishedJob(client),
    ]);
    for (const job of jobs) await sentProposal(busy, job);
    const { body } = await busy.get('/api/proposals/mine?limit=2');
    const page = body as unknown as { items: { id: string }[]; next: string };
    expect(page.items).toHaveLength(2);
    const rest = await busy.get(`/api/proposals/mine?limit=2&after=${page.next}`);
    expect(rest.body).toMatchObject({
      items: [{ jobTitle: 'Booking site for 3 clinics' }],
      next: null,
    });
    expect((await busy.get('/api/proposals/mine?status=declined')).body).toEqual({
      items: [],
      next: null,
    });
  });
});

describe('many proposals at once', () => {
  it('are limited after ten a minute, and the answer says how long to wait', async () => {
    const spammer = await known(app, 'Fast Fingers', ['provider']);
    const answers = [];
    for (let count = 0; count < 11; count += 1) answers.push(await propose(spammer));
    expect(answers[0]).toMatchObject({ status: 201 });
    expect(answers.at(-1)).toMatchObject({ status: 429, body: { code: 'request.too_many' } });
  });
});
