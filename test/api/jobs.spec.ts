import { about, Facts } from '@kernel/facts';
import { TestApp } from '../support/app';
import { clinicJob, inr, known, publishedJob, sentProposal, type Known } from '../support/market';

let app: TestApp;
let client: Known;
let stranger: Known;
beforeAll(async () => {
  app = await TestApp.start();
  client = await known(app, 'Noor Clinic', ['client']);
  stranger = await known(app, 'Other Client', ['client']);
});
afterAll(() => app.stop());

const draft = async (body: object = clinicJob) =>
  String((await client.post('/api/jobs', body)).body['id']);

describe('a draft', () => {
  it('is saved as it grows, and comes back as it was left', async () => {
    const id = await draft({ title: 'Booking site' });
    const saved = await client.put(`/api/jobs/${id}/draft`, {
      revision: 1,
      draft: { ...clinicJob, step: 2 },
    });
    expect(saved).toMatchObject({ status: 200, body: { id, revision: 2 } });
    const { body } = await client.get(`/api/jobs/${id}`);
    expect(body).toMatchObject({ ...clinicJob, status: 'draft', revision: 2, step: 2, mine: true });
  });

  it('is not overwritten by a window that has an older revision', async () => {
    const id = await draft();
    await client.put(`/api/jobs/${id}/draft`, { revision: 1, draft: { title: 'The newer one' } });
    const late = await client.put(`/api/jobs/${id}/draft`, {
      revision: 1,
      draft: { title: 'Late' },
    });
    expect(late).toMatchObject({
      status: 409,
      body: { code: 'jobs.stale_draft', facts: { revision: 2 } },
    });
    expect((await client.get(`/api/jobs/${id}`)).body).toMatchObject({ title: 'The newer one' });
  });

  it('is seen and changed by its owner alone', async () => {
    const id = await draft();
    expect(await stranger.get(`/api/jobs/${id}`)).toMatchObject({ status: 404 });
    expect(await app.guest().get(`/api/jobs/${id}`)).toMatchObject({ status: 404 });
    const theirs = await stranger.put(`/api/jobs/${id}/draft`, { revision: 1, draft: {} });
    expect(theirs).toMatchObject({ status: 404, body: { code: 'jobs.not_found' } });
    expect(await stranger.post(`/api/jobs/${id}/publish`)).toMatchObject({ status: 404 });
  });

  it('refuses what it does not know', async () => {
    const { status, body } = await client.post('/api/jobs', { ...clinicJob, boost: true });
    expect(status).toBe(400);
    expect(body).toMatchObject({ code: 'request.invalid' });
  });

  it('belongs to clients: a provider and a guest cannot begin one', async () => {
    expect(await app.as(['provider']).post('/api/jobs', {})).toMatchObject({ status: 403 });
    expect(await app.guest().post('/api/jobs', {})).toMatchObject({ status: 401 });
  });
});

describe('publishing', () => {
  it('says what is still missing', async () => {
    const id = await draft({ title: 'Only a title' });
    expect(await client.post(`/api/jobs/${id}/publish`)).toMatchObject({
      status: 422,
      body: {
        code: 'jobs.incomplete',
        facts: { missing: ['category', 'description', 'skills', 'budget'] },
      },
    });
  });

  it('shows the job to everybody, but not the purchase order', async () => {
    const id = await publishedJob(client);
    const { status, body } = await app.guest().get(`/api/jobs/${id}`);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      status: 'published',
      purchaseOrder: null,
      mine: false,
      client: { person: { name: 'Noor Clinic' } },
    });
  });

  it('happens once: the second time it is no draft', async () => {
    const id = await publishedJob(client);
    expect(await client.post(`/api/jobs/${id}/publish`)).toMatchObject({
      status: 409,
      body: { code: 'jobs.not_draft' },
    });
    expect(await client.put(`/api/jobs/${id}/draft`, { revision: 1, draft: {} })).toMatchObject({
      status: 409,
    });
  });

  it('tells the record ids and amounts, no names and no words', async () => {
    const id = await publishedJob(client);
    const told = await app.database.query<{ type: string; raw: string }>(
      'select type, raw from record.events where stream = $1 order by version',
      [`job-${id}`],
    );
    expect(told.map(({ type }) => type)).toEqual(['JobDrafted', 'JobPublished']);
    expect(told.map(({ raw }) => raw).join()).not.toMatch(/Noor|Booking/);
  });

  it('invites the three who fit best, and says why', async () => {
    const best = { skills: ['angular', 'postgresql', 'arabic'], languages: ['ar'] };
    const people = await Promise.all([
      known(app, 'Best Match', ['provider'], best),
      known(app, 'Good Match', ['provider'], { skills: ['angular', 'postgresql'] }),
      known(app, 'Fair Match', ['provider'], { skills: ['postgresql'], languages: ['ar'] }),
      known(app, 'Weak Match', ['provider'], { skills: ['angular'] }),
      known(app, 'No Match', ['provider'], { skills: ['knitting'], languages: ['ar'] }),
    ]);
    for (const { id } of people) await changed(id);
    await app.settle();
    const id = await publishedJob(client);
    await app.settle();
    const { body } = await client.get(`/api/jobs/${id}/matches`);
    expect(body).toMatchObject({ matched: 4, invited: 3 });
    const [first, , , last] = body['people'] as {
      person: { name: string };
      why: string[];
    }[];
    expect(first).toMatchObject({
      person: { name: 'Best Match' },
      invited: true,
      why: ['skill:angular', 'skill:postgresql', 'skill:arabic', 'language:ar'],
    });
    expect(last).toMatchObject({ person: { name: 'Weak Match' }, invited: false });
    expect(await stranger.get(`/api/jobs/${id}/matches`)).toMatchObject({ status: 403 });
    const [{ count } = { count: 0 }] = await app.database.query<{ count: number }>(
      `select count(*)::int from record.events where stream = $1 and type = 'ProviderInvited'`,
      [`job-${id}`],
    );
    expect(count).toBe(3);
  });
});

describe('the price hint', () => {
  it('is the middle half of similar jobs, once there are enough', async () => {
    const hint = () => client.get('/api/jobs/price-hint?category=legal&skills=contracts');
    expect((await hint()).body).toBeNull();
    for (const lakhs of [1, 2, 3, 4, 5]) {
      const budget = inr(lakhs * 10_000_000);
      await publishedJob(client, { category: 'legal', skills: ['contracts'], budget });
    }
    expect((await hint()).body).toEqual({ low: inr(20_000_000), high: inr(40_000_000), sample: 5 });
  });
});

describe('the lists', () => {
  it('go on after the last row, and show each job once', async () => {
    const owner = await known(app, 'Busy Client', ['client']);
    for (let count = 0; count < 3; count += 1) await publishedJob(owner);
    const first = (await owner.get('/api/jobs/mine?limit=2')).body as unknown as Listed;
    expect(first.items).toHaveLength(2);
    const second = (await owner.get(`/api/jobs/mine?limit=2&after=${String(first.next)}`))
      .body as unknown as Listed;
    expect(second).toMatchObject({ next: null });
    expect(new Set([...first.items, ...second.items].map(({ id }) => id)).size).toBe(3);
    expect(await owner.get('/api/jobs/mine?after=nonsense')).toMatchObject({ status: 400 });
    expect(await owner.get('/api/jobs/mine?status=published')).toMatchObject({ status: 200 });
  });

  it('let support find a job by its title, and nobody else', async () => {
    await publishedJob(client, { title: 'Zebra 100% crossing' });
    const { body } = await app.as(['support']).get('/api/admin/jobs?q=zebra%20100%25');
    expect(body).toMatchObject({ items: [{ title: 'Zebra 100% crossing' }] });
    expect(await client.get('/api/admin/jobs')).toMatchObject({ status: 403 });
  });
});

describe('a closed job', () => {
  it('takes no more proposals, and only its client closes it', async () => {
    const id = await publishedJob(client);
    expect(await stranger.post(`/api/jobs/${id}/close`, { reason: 'other' })).toMatchObject({
      status: 403,
    });
    expect(await client.post(`/api/jobs/${id}/close`, { reason: 'cancelled' })).toMatchObject({
      status: 204,
    });
    expect(await client.post(`/api/jobs/${id}/close`, { reason: 'cancelled' })).toMatchObject({
      body: { code: 'jobs.not_open' },
    });
  });
});

describe('what a client is known for', () => {
  it('counts proposals and answers', async () => {
    const owner = await known(app, 'Answering Client', ['client']);
    const provider = await known(app, 'Some Provider', ['provider']);
    const id = await publishedJob(owner);
    const proposal = await sentProposal(provider, id);
    await app.settle();
    expect((await provider.get(`/api/jobs/${id}`)).body).toMatchObject({
      proposals: 1,
      myProposalId: proposal,
      client: { jobsPosted: 1, hireRate: 0, replyRate: 0 },
    });
    await owner.post(`/api/proposals/${proposal}/shortlist`);
    await owner.post(`/api/proposals/${proposal}/decline`, { reason: 'budget' });
    await app.settle();
    expect((await app.guest().get(`/api/jobs/${id}`)).body).toMatchObject({
      myProposalId: null,
      client: { replyRate: 1 },
    });
  });
});

interface Listed {
  readonly items: { id: string }[];
  readonly next: string | null;
}

/** As if the person had saved the profile. */
function changed(accountId: string): Promise<void> {
  return app.app.get(Facts).commit(async () => ({
    told: [about('account', accountId, 'ProfileChanged', { accountId })],
  }));
}
