import { TestApp } from '../support/app';
import { offerOn } from '../support/contracts';
import { known, publishedJob, sentProposal, type Known } from '../support/market';

let app: TestApp;
/** Hires and works: one account on both sides. */
let both: Known;
let client: Known;
let provider: Known;

beforeAll(async () => {
  app = await TestApp.start();
});
afterAll(() => app.stop());
beforeEach(async () => {
  both = await known(app, 'Zara Both', ['client', 'provider']);
  client = await known(app, 'Noor Clinic', ['client']);
  provider = await known(app, 'Amira Hassan', ['provider']);
  // Somebody proposes for a job of hers, a proposal of hers is declined, and her papers run out.
  await sentProposal(provider, await publishedJob(both));
  const proposalId = await sentProposal(both, await publishedJob(client));
  await client.post(`/api/proposals/${proposalId}/decline`, { reason: 'budget', note: '' });
  await app.settle();
  await app.database.query(
    `insert into notifications (id, account_id, kind, at, link, about)
      values (gen_random_uuid(), $1, 'papers_expired', now(), '/settings/verification', '{}')`,
    [both.id],
  );
});

const kindsFor = async (query = ''): Promise<string[]> => {
  const { body } = await both.get(`/api/notifications${query}`);
  return (body['items'] as { kind: string }[]).map(({ kind }) => kind).sort();
};
const unread = async () => (await both.get('/api/notifications/unread')).body;

describe('whoever is on both sides of the market', () => {
  it('finds on each side what speaks to it, and what is about the person on both', async () => {
    expect(await kindsFor('?side=client')).toEqual(['papers_expired', 'proposal_received']);
    expect(await kindsFor('?side=provider')).toEqual(['papers_expired', 'proposal_declined']);
    expect(await kindsFor()).toEqual(['papers_expired', 'proposal_declined', 'proposal_received']);
  });

  it('is told how much waits on the other side', async () => {
    expect(await unread()).toEqual({ client: 1, provider: 1, both: 1 });
    const { body } = await both.get('/api/notifications?side=client');
    expect(body['unread']).toEqual({ client: 1, provider: 1, both: 1 });
  });

  it('reads all of one side, and nothing of the other', async () => {
    await both.post('/api/notifications/read', { all: true, side: 'client' });
    expect(await unread()).toEqual({ client: 0, provider: 1, both: 0 });
    await both.post('/api/notifications/read', { all: true });
    expect(await unread()).toEqual({ client: 0, provider: 0, both: 0 });
  });

  it('hears of a contract as what they are in it', async () => {
    const proposalId = await sentProposal(both, await publishedJob(client));
    const { body } = await offerOn(proposalId, client);
    await both.post(`/api/contracts/${String(body['id'])}/accept`, { signature: both.name });
    await app.settle();
    expect(await kindsFor('?side=provider')).toEqual(
      expect.arrayContaining(['contract_offer', 'contract_signed']),
    );
    for (const kind of ['contract_offer', 'contract_signed'])
      expect(await kindsFor('?side=client')).not.toContain(kind);
  });

  it('hears of a contract they gave away as its client', async () => {
    const proposalId = await sentProposal(provider, await publishedJob(both));
    const { body } = await offerOn(proposalId, both);
    await provider.post(`/api/contracts/${String(body['id'])}/accept`, {
      signature: provider.name,
    });
    await app.settle();
    expect(await kindsFor('?side=client')).toContain('contract_signed');
    expect(await kindsFor('?side=provider')).not.toContain('contract_signed');
  });
});
