import { randomUUIDv7 } from 'node:crypto';
import { TestApp } from '../support/app';
import { hubOf, offerOn } from '../support/contracts';
import { inr, known, publishedJob, sentProposal, type Known } from '../support/market';

let app: TestApp;
let client: Known;
let provider: Known;
let stranger: Known;
let proposalId: string;
beforeAll(async () => {
  app = await TestApp.start();
  client = await known(app, 'Noor Clinic', ['client']);
  provider = await known(app, 'Amira  Hassan', ['provider']);
  stranger = await known(app, 'Somebody Else', ['client', 'provider']);
});
afterAll(() => app.stop());
beforeEach(async () => {
  await app.database.query('delete from rate_limits');
  proposalId = await sentProposal(provider, await publishedJob(client));
});

const offer = (by: Known = client, signature = by.name, changes: object = {}) =>
  offerOn(proposalId, by, signature, changes);
const offered = async () => String((await offer()).body['id']);
const hub = (id: string, by: Known = client) => hubOf(id, by);

describe('an offer', () => {
  it('is signed by the client with the own name, and waits for the provider', async () => {
    expect(await offer(client, 'Noor')).toMatchObject({
      status: 422,
      body: { code: 'contracts.signature_mismatch' },
    });
    const id = await offered();
    await app.settle();
    expect(await hub(id, provider)).toMatchObject({
      state: 'offered',
      title: 'Booking site for 3 clinics',
      myRole: 'provider',
      total: inr(10_000_000),
      fees: { clientFeeBps: 300, providerFeeBps: 1_000, taxBps: 1_800 },
      signatures: [{ name: 'Noor Clinic' }],
      next: { kind: 'sign', actor: 'provider', mine: true },
      money: { toFund: inr(10_000_000), held: inr(0), released: inr(0), fees: inr(0) },
      timeline: [
        {
          kind: 'ContractOffered',
          note: 'Glad to work with you.',
          proof: { stream: `contract-${id}`, version: 1 },
        },
      ],
    });
    expect(await hub(id)).toMatchObject({ next: { kind: 'await_signature', mine: false } });
  });

  it('is made once, on a proposal to the own job that still stands', async () => {
    await offered();
    expect(await offer()).toMatchObject({
      status: 409,
      body: { code: 'contracts.already_offered' },
    });
    expect(await offer(stranger)).toMatchObject({
      status: 404,
      body: { code: 'proposals.not_found' },
    });
    const nowhere = { proposalId: randomUUIDv7() };
    expect(await offer(client, client.name, nowhere)).toMatchObject({ status: 404 });
    expect(await offer(client, client.name, { discount: 1 })).toMatchObject({ status: 400 });
    await provider.post(`/api/proposals/${proposalId}/withdraw`);
    expect(await offer()).toMatchObject({ body: { code: 'proposals.not_open' } });
  });

  it('keeps the currency of the job', async () => {
    const milestones = [{ title: 'All', amount: { amountMinor: '1', currency: 'USD' }, days: 1 }];
    expect(await offer(client, client.name, { milestones })).toMatchObject({
      status: 422,
      body: { code: 'money.currency_mismatch' },
    });
  });

  it('can be declined by the provider, with the reason on the timeline, and made anew', async () => {
    const id = await offered();
    const decline = { reason: 'The dates do not fit.' };
    expect(await stranger.post(`/api/contracts/${id}/decline`, decline)).toMatchObject({
      status: 404,
    });
    expect(await provider.post(`/api/contracts/${id}/decline`, decline)).toMatchObject({
      status: 204,
    });
    await app.settle();
    expect(await hub(id)).toMatchObject({
      state: 'declined',
      next: { kind: 'ended' },
      money: { toFund: inr(0) },
    });
    expect((await hub(id)).timeline.at(-1)).toMatchObject({
      kind: 'ContractDeclined',
      note: decline.reason,
    });
    expect(await offer()).toMatchObject({ status: 201 });
  });

  it('can be withdrawn by the client until it is signed', async () => {
    const id = await offered();
    expect(await provider.post(`/api/contracts/${id}/withdraw`)).toMatchObject({ status: 403 });
    expect(await client.post(`/api/contracts/${id}/withdraw`)).toMatchObject({ status: 204 });
    expect(
      await provider.post(`/api/contracts/${id}/accept`, { signature: provider.name }),
    ).toMatchObject({
      status: 409,
      body: { code: 'contracts.not_offered' },
    });
  });
});

describe('the list', () => {
  it('shows a person the contracts of either side, last moved first, page by page', async () => {
    const owner = await known(app, 'Owner Of Two', ['client']);
    const ids: string[] = [];
    for (let count = 0; count < 2; count += 1) {
      const proposal = await sentProposal(provider, await publishedJob(owner));
      ids.push(String((await offer(owner, owner.name, { proposalId: proposal })).body['id']));
    }
    await app.settle();
    await provider.post(`/api/contracts/${ids[0]!}/accept`, { signature: provider.name });
    await app.settle();
    const first = (await owner.get('/api/contracts?role=client&limit=1')).body;
    expect(first).toMatchObject({ items: [{ id: ids[0], state: 'active' }] });
    const rest = await owner.get(`/api/contracts?limit=1&after=${String(first['next'])}`);
    expect(rest.body).toMatchObject({ items: [{ id: ids[1] }], next: null });
    expect((await owner.get('/api/contracts?role=provider')).body).toEqual({
      items: [],
      next: null,
    });
    expect((await owner.get('/api/contracts?state=active&q=booking')).body).toMatchObject({
      items: [{ id: ids[0] }],
    });
  });
});
