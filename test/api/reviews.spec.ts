import { about, Facts } from '@kernel/facts';
import { randomUUIDv7 } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { TestApp, type Caller } from '../support/app';
import {
  inr,
  known,
  publishedJob,
  sentProposal,
  twoMilestones,
  type Known,
} from '../support/market';

let app: TestApp;
let client: Known;
let provider: Known;
let stranger: Known;
beforeAll(async () => {
  app = await TestApp.start();
  client = await known(app, 'Noor Clinic', ['client']);
  provider = await known(app, 'Amira Hassan', ['provider']);
  stranger = await known(app, 'Somebody Else', ['client', 'provider']);
});
afterAll(() => app.stop());
beforeEach(() => app.database.query('delete from rate_limits'));

const words = { stars: 5, quality: 5, communication: 4, timeliness: 5, text: 'Calm and exact.' };

async function contract({ funded = true } = {}): Promise<string> {
  const proposalId = await sentProposal(provider, await publishedJob(client));
  const terms = { proposalId, milestones: twoMilestones, signature: client.name };
  const id = String((await client.post('/api/contracts', terms)).body['id']);
  await provider.post(`/api/contracts/${id}/accept`, { signature: provider.name });
  await app.settle();
  if (funded) await fund(id);
  return id;
}

/** As if the escrow had taken the money of a milestone. */
async function fund(contractId: string): Promise<void> {
  const paid = { amount: inr(1), fee: inr(0), tax: inr(0), dueAt: '2027-01-10T10:00:00.000Z' };
  const body = {
    ...paid,
    milestoneId: randomUUIDv7(),
    clientId: client.id,
    depositId: randomUUIDv7(),
  };
  await app.app.get(Facts).commit(async () => ({
    told: [about('escrow', contractId, 'EscrowFunded', body)],
  }));
  await app.settle();
}

const write = (by: Caller, id: string, changes: object = {}) =>
  by.post(`/api/contracts/${id}/reviews`, { ...words, ...changes });
const seen = async (by: Caller, id: string) => (await by.get(`/api/contracts/${id}/reviews`)).body;
const published = async (person: Known) => {
  const [row] = await app.database.query<{ slug: string }>(
    'select slug from accounts where id = $1',
    [person.id],
  );
  const { body } = await app.guest().get(`/api/profiles/${row!.slug}/reviews`);
  return body['items'] as {
    id: string;
    contractId: string;
    text: string;
    reply: string | null;
  }[];
};

describe('a review', () => {
  it('stays hidden from the other side until both have written', async () => {
    const id = await contract();
    expect(await write(client, id)).toMatchObject({ status: 204 });
    expect(await seen(client, id)).toMatchObject({
      mine: { stars: 5 },
      theirs: null,
      theyWrote: false,
      open: false,
    });
    const blind = await seen(provider, id);
    expect(blind).toMatchObject({ mine: null, theirs: null, theyWrote: true, open: true });
    expect(blind['revealAt']).not.toBeNull();
    expect(await published(provider)).toEqual([]);
    await write(provider, id, { stars: 3, text: 'Quick to answer.' });
    expect(await seen(provider, id)).toMatchObject({
      mine: { stars: 3 },
      theirs: { stars: 5 },
      revealAt: null,
    });
    expect(await published(provider)).toMatchObject([{ contractId: id, text: 'Calm and exact.' }]);
    expect(await published(client)).toMatchObject([{ contractId: id, text: 'Quick to answer.' }]);
  });

  it('is published after fourteen days when the other side says nothing, and not before', async () => {
    const id = await contract();
    await write(client, id, { text: 'Waited for an answer.' });
    await app.passDays(13);
    expect(await seen(provider, id)).toMatchObject({ theirs: null, open: true });
    await app.passDays(2);
    expect(await seen(provider, id)).toMatchObject({
      theirs: { text: 'Waited for an answer.' },
      open: false,
    });
    expect(await write(provider, id)).toMatchObject({
      status: 409,
      body: { code: 'reviews.not_open' },
    });
  });

  it('is written once by each side of a contract that saw money', async () => {
    const unpaid = await contract({ funded: false });
    expect(await write(client, unpaid)).toMatchObject({
      status: 409,
      body: { code: 'reviews.not_open' },
    });
    const id = await contract();
    expect(await write(stranger, id)).toMatchObject({
      status: 404,
      body: { code: 'contracts.not_found' },
    });
    expect(await stranger.get(`/api/contracts/${id}/reviews`)).toMatchObject({ status: 404 });
    expect(await write(client, randomUUIDv7())).toMatchObject({ status: 404 });
    expect(await write(client, id, { stars: 6 })).toMatchObject({ status: 400 });
    expect(await write(client, id, { anonymous: true })).toMatchObject({ status: 400 });
    await write(client, id);
    expect(await write(client, id)).toMatchObject({
      status: 409,
      body: { code: 'reviews.already_written' },
    });
  });

  it('of both sides at the same moment are both kept and both published', async () => {
    const id = await contract();
    // Nobody can write while the table is held, so that both have looked before either writes.
    const writing = await app.database.transaction(async (sql) => {
      await sql.query('lock table reviews in share mode');
      const both = [write(client, id), write(provider, id)];
      await pause(400);
      return { both };
    });
    const answers = await Promise.all(writing.both);
    expect(answers.map(({ status }) => status)).toEqual([204, 204]);
    expect(await seen(client, id)).toMatchObject({ mine: { stars: 5 }, theirs: { stars: 5 } });
  });

  it('is answered once by the person it is about', async () => {
    const id = await contract();
    await write(client, id, { text: 'To be answered.' });
    await write(provider, id);
    const review = (await published(provider)).find(({ contractId }) => contractId === id);
    const reply = (by: Caller) =>
      by.post(`/api/reviews/${review!.id}/reply`, { text: 'Thank you.' });
    expect(await reply(client)).toMatchObject({ status: 403 });
    expect(await reply(provider)).toMatchObject({ status: 204 });
    expect(await reply(provider)).toMatchObject({
      status: 409,
      body: { code: 'reviews.already_replied' },
    });
    expect((await published(provider)).find(({ contractId }) => contractId === id)).toMatchObject({
      reply: 'Thank you.',
    });
  });

  it('counts for the client it is about, and closes the next step of who wrote it', async () => {
    const id = await contract();
    await write(provider, id, { stars: 4 });
    await write(client, id);
    await app.settle();
    const job = await publishedJob(client);
    const { body } = await app.guest().get(`/api/jobs/${job}`);
    expect(body['client']).toMatchObject({ reviews: expect.any(Number) as number });
    expect((body as unknown as { client: { rating: number } }).client.rating).toBeGreaterThan(0);
    const told = await app.database.query<{ raw: string }>(
      `select raw from record.events where type in ('ReviewSubmitted', 'ReviewPublished', 'ReviewReplied')`,
    );
    expect(told.map(({ raw }) => raw).join()).not.toMatch(/Calm|Noor|Amira/);
  });
});
