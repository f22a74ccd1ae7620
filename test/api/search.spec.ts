import { about, Facts } from '@kernel/facts';
import { findJobs } from '@wire/search';
import { CommandBus } from '@nestjs/cqrs';
import { TellSearchers } from '../../apps/api/src/market/search/commands/tell-searchers';
import { jobSearch } from '../../apps/api/src/market/search/queries/job-search';
import { TestApp } from '../support/app';
import { clinicJob, inr, known, publishedJob, sentProposal, type Known } from '../support/market';

interface Results {
  readonly items: {
    id: string;
    title: string;
    proposals: number;
    why: { factor: string; share: number }[];
  }[];
  readonly next: string | null;
  readonly total: number;
  readonly facets: Record<'category' | 'skills', { value: string; count: number }[]>;
  readonly corrected: string | null;
}

let app: TestApp;
let client: Known;
let provider: Known;
const ids: Record<string, string> = {};
const posted: [name: string, changes: object][] = [
  ['clinic', {}],
  [
    'postgres',
    {
      title: 'PostgreSQL developer wanted',
      skills: ['postgresql'],
      category: 'data',
      budget: inr(5_000_000),
    },
  ],
  [
    'logo',
    {
      title: 'Logo for a bakery',
      description: 'Warm and simple.',
      skills: ['illustration'],
      category: 'design',
      budget: inr(1_000_000),
    },
  ],
  [
    'menu',
    {
      title: 'Menu for a bakery',
      description: 'Two pages.',
      skills: ['illustration', 'layout'],
      category: 'design',
      budget: inr(500_000),
    },
  ],
  [
    'bread',
    {
      title: 'Film about bread',
      description: 'A bakery at night.',
      skills: ['editing'],
      category: 'video',
      budget: inr(9_000_000),
    },
  ],
];

beforeAll(async () => {
  app = await TestApp.start();
  client = await known(app, 'Noor Clinic', ['client']);
  provider = await known(app, 'Amira Hassan', ['provider'], {
    skills: ['angular', 'arabic'],
    headline: 'Booking systems',
  });
  for (const [name, changes] of posted)
    ids[name] = await publishedJob(client, { ...clinicJob, ...changes });
  await tell('account', provider.id, 'ProfileChanged', { accountId: provider.id });
});
afterAll(() => app.stop());

async function tell(category: string, id: string, type: string, body: object): Promise<void> {
  await app.app.get(Facts).commit(async () => ({ told: [about(category, id, type, body)] }));
  await app.settle();
}
const find = async (query: string) =>
  (await app.guest().get(`/api/search/jobs?${query}`)).body as unknown as Results;
const titles = ({ items }: Results) => items.map(({ title }) => title);

describe('searching jobs', () => {
  it('finds what a guest means, best first, and says why', async () => {
    const found = await find('q=clinic%20booking%20website');
    expect(found.items[0]).toMatchObject({
      title: 'Booking site for 3 clinics',
      client: { name: 'Noor Clinic', country: 'IN' },
    });
    const [first] = found.items;
    expect(first!.why.map(({ share }) => share)).toEqual(
      first!.why.map(({ share }) => share).sort((a, b) => b - a),
    );
    expect(first!.why[0]).toMatchObject({ factor: 'text' });
  });

  it('puts a job that is about the word above one that mentions it', async () => {
    expect(titles(await find('q=bakery')).at(-1)).toBe('Film about bread');
    expect((await find('q=bakery')).total).toBe(3);
  });

  it('corrects a misspelling and says so', async () => {
    const found = await find('q=postgrs%20develper');
    expect(found).toMatchObject({ corrected: 'postgresql developer' });
    expect(titles(found)[0]).toBe('PostgreSQL developer wanted');
    expect((await find('q=postgresql')).corrected).toBeNull();
  });

  it('adds up within a facet, narrows across facets, and counts what choosing gives', async () => {
    const all = await find('');
    for (const { value, count } of all.facets.category)
      expect((await find(`category=${value}`)).total).toBe(count);
    for (const { value, count } of all.facets.skills)
      expect((await find(`skills=${encodeURIComponent(value)}`)).total).toBe(count);
    const two = await find('category=design,video');
    expect(two.total).toBe(3);
    expect(two.facets.category).toEqual(all.facets.category);
    const narrowed = await find('category=design,video&skills=layout,editing');
    expect(titles(narrowed).sort()).toEqual(['Film about bread', 'Menu for a bakery']);
    for (const { value, count } of narrowed.facets.category)
      expect((await find(`category=${value}&skills=layout,editing`)).total).toBe(count);
  });

  it('goes through every result once, in each order', async () => {
    for (const sort of ['relevance', 'newest', 'budget']) {
      const seen: string[] = [];
      let next: string | null = '';
      while (next !== null) {
        const page: Results = await find(`sort=${sort}&limit=2${next ? `&after=${next}` : ''}`);
        seen.push(...page.items.map(({ id }) => id));
        next = page.next;
      }
      expect(new Set(seen).size).toBe(seen.length);
      expect(seen).toHaveLength(5);
    }
    expect(titles(await find('sort=budget'))[0]).toBe('Booking site for 3 clinics');
    expect(titles(await find('sort=newest'))[0]).toBe('Film about bread');
  });

  it('keeps to the budget that was asked for', async () => {
    expect(titles(await find('budgetMin=600000&budgetMax=5000000&sort=budget'))).toEqual([
      'PostgreSQL developer wanted',
      'Logo for a bakery',
    ]);
  });

  it('refuses what it does not know, and a place in the list that nobody gave out', async () => {
    const get = (query: string) => app.guest().get(`/api/search/jobs?${query}`);
    expect(await get('color=red')).toMatchObject({ status: 400 });
    expect(await get('after=abc')).toMatchObject({ status: 400 });
    expect(await get('limit=1000')).toMatchObject({ status: 400 });
    for (const odd of ['%27', 'a%26%7C%21b', '%3A%2A', '%22', 'the', '-', '(((', '%F0%9F%98%80'])
      expect(await get(`q=${odd}`)).toMatchObject({ status: 200 });
  });

  it('counts proposals, and forgets a job that is closed', async () => {
    const id = await publishedJob(client, { title: 'Short lived quokka' });
    await sentProposal(provider, id);
    await app.settle();
    expect((await find('q=quokka')).items).toMatchObject([{ id, proposals: 1 }]);
    await client.post(`/api/jobs/${id}/close`, { reason: 'other' });
    await app.settle();
    expect((await find('q=quokka')).items.map((item) => item.id)).not.toContain(id);
  });
});

describe('suggestions', () => {
  const suggest = async (q: string) =>
    (await app.guest().get(`/api/search/suggest?q=${encodeURIComponent(q)}`)).body;

  it('complete a skill, a category or the title of a job', async () => {
    expect(await suggest('ang')).toMatchObject({ skills: ['angular'] });
    expect(await suggest('des')).toMatchObject({ categories: ['design'] });
    expect(await suggest('clinic bo')).toMatchObject({
      jobs: [{ title: 'Booking site for 3 clinics' }],
    });
    expect(await suggest('postgers')).toMatchObject({ skills: ['postgresql'] });
  });

  it('answer strange input with nothing', async () => {
    for (const odd of ["'", ':*', '((', '&&', '%', 'x'.repeat(100)])
      expect(await suggest(odd)).toMatchObject({ jobs: [] });
    expect(await app.guest().get('/api/search/suggest')).toMatchObject({ status: 400 });
  });
});

describe('searching talent', () => {
  it('finds providers by what they do and what they are called', async () => {
    const found = { items: [{ name: 'Amira Hassan', skills: ['angular', 'arabic'] }], total: 1 };
    for (const query of ['q=booking', 'q=amira', 'skills=angular', 'q=bookng'])
      expect((await app.guest().get(`/api/search/talent?${query}`)).body).toMatchObject(found);
    expect((await app.guest().get('/api/search/talent?skills=cobol')).body).toMatchObject({
      items: [],
      total: 0,
    });
  });
});

describe('a kept search', () => {
  it('tells its owner of a new job that fits, once, and of no other', async () => {
    const search = {
      name: 'Arabic sites',
      query: { q: 'clinic', skills: 'arabic,angular', budgetMin: 1_000 },
    };
    const { status, body } = await provider.post('/api/search/saved', search);
    expect(status).toBe(201);
    const id = String(body['id']);
    const fits = await publishedJob(client);
    await publishedJob(client, { skills: ['cobol'] });
    await publishedJob(client, { title: 'A harbour', description: 'Boats.' });
    await app.settle();
    await app.app.get(CommandBus).execute(new TellSearchers(fits));
    const hits = await app.database.query<{ raw: string }>(
      `select raw from record.events where stream = $1 and type = 'SavedSearchHit'`,
      [`search-${id}`],
    );
    expect(hits.map(({ raw }) => JSON.parse(raw) as object)).toMatchObject([
      { data: { searchId: id, accountId: provider.id, jobId: fits } },
    ]);
    expect((await provider.get('/api/search/saved')).body).toMatchObject({
      items: [{ id, name: 'Arabic sites' }],
    });
  });

  it('is seen and forgotten by its owner alone', async () => {
    const { body } = await provider.post('/api/search/saved', { name: 'Mine', query: {} });
    const path = `/api/search/saved/${String(body['id'])}`;
    expect(await client.delete(path)).toMatchObject({
      status: 404,
      body: { code: 'search.not_found' },
    });
    expect((await client.get('/api/search/saved')).body).toMatchObject({ items: [] });
    expect(await provider.delete(path)).toMatchObject({ status: 204 });
    expect(await provider.delete(path)).toMatchObject({ status: 404 });
    expect(await app.guest().post('/api/search/saved', { name: 'x', query: {} })).toMatchObject({
      status: 401,
    });
  });
});

describe('with many jobs', () => {
  beforeAll(async () => {
    await app.database.query(`
      insert into search_jobs (id, client_id, title, excerpt, category, skills, budget, currency, published_at, words)
        select gen_random_uuid(), gen_random_uuid(), 'Filler ' || n, 'Text', 'web', array['filler'], n, 'INR',
          now() - n * interval '1 minute', job_words('Filler ' || n, array['filler'], 'web', 'Text')
        from generate_series(1, 8000) n`);
    await app.database.query(`
      insert into jobs (id, client_id, status, revision, content, drafted_at, saved_at, published_at)
        select id, client_id, 'published', 1, json_build_object('title', title, 'category', category),
          published_at, published_at, published_at from search_jobs where title like 'Filler%'`);
    await app.database.query(`
      insert into job_proposals select gen_random_uuid(), id, client_id, gen_random_uuid(), true, false from jobs`);
    await app.database.query(
      'insert into client_trust (client_id) select client_id from jobs on conflict do nothing',
    );
  });

  const plan = async (text: string, values: unknown[]) => {
    const rows = await app.database.query<{ 'QUERY PLAN': string }>(`explain ${text}`, values);
    return rows.map((row) => row['QUERY PLAN']).join('\n');
  };

  it.each([
    {},
    { q: 'quokka' },
    { q: 'clinic', skills: 'arabic' },
    { category: 'design' },
    { sort: 'budget' },
  ])('the list %j walks an index, not the table', async (query) => {
    const ask = { filter: findJobs.parse(query), words: 'q' in query ? (query.q ?? null) : null };
    const { text, values } = jobSearch({ ...ask, wanted: [], asOf: new Date().toISOString() });
    expect(await plan(text, values)).not.toMatch(/Seq Scan on search_jobs/);
  });

  it('the page of a job walks an index, not the table', async () => {
    const { jobPage } = await import('../../apps/api/src/market/jobs/queries/job-page');
    const plans = await plan(jobPage, [ids['clinic'], client.id]);
    expect(plans).not.toMatch(/Seq Scan/);
  });

  it('ranks at most 2,000 of them', async () => {
    expect((await find('q=filler')).total).toBe(2_000);
  });
});
