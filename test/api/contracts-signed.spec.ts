import { about, Facts } from '@kernel/facts';
import { Wakeups } from '@kernel/wakeups';
import { randomUUIDv7 } from 'node:crypto';
import { TestApp } from '../support/app';
import { hubOf, offerOn } from '../support/contracts';
import { inr, known, publishedJob, sentProposal, type Known } from '../support/market';

let app: TestApp;
let client: Known;
let provider: Known;
let stranger: Known;
let proposalId: string;
let jobId: string;
beforeAll(async () => {
  app = await TestApp.start();
  client = await known(app, 'Noor Clinic', ['client']);
  provider = await known(app, 'Amira  Hassan', ['provider']);
  stranger = await known(app, 'Somebody Else', ['client', 'provider']);
});
afterAll(() => app.stop());
beforeEach(async () => {
  await app.database.query('delete from rate_limits');
  jobId = await publishedJob(client);
  proposalId = await sentProposal(provider, jobId);
});

const offered = async () => String((await offerOn(proposalId, client)).body['id']);

async function signed(): Promise<string> {
  const id = await offered();
  await provider.post(`/api/contracts/${id}/accept`, { signature: 'amira hassan' });
  await app.settle();
  return id;
}

const hub = (id: string, by: Known = client) => hubOf(id, by);

/** As if the escrow had said so. */
const told = (contractId: string) => async (type: string, body: object) => {
  await app.app
    .get(Facts)
    .commit(async () => ({ told: [about('escrow', contractId, type, body)] }));
  await app.settle();
};

describe('a signed contract', () => {
  it('fills the job, accepts the proposal, opens the escrow and asks for money', async () => {
    const id = await signed();
    expect((await client.get(`/api/jobs/${jobId}`)).body).toMatchObject({
      status: 'hired',
      client: { hireRate: expect.any(Number) as number },
    });
    expect((await provider.get(`/api/proposals/${proposalId}`)).body).toMatchObject({
      status: 'accepted',
      contractId: id,
    });
    expect(await hub(id)).toMatchObject({
      state: 'active',
      signatures: [{ name: 'Noor Clinic' }, { name: 'Amira  Hassan' }],
      next: { kind: 'fund', mine: true, amount: inr(4_000_000) },
    });
    const [opened] = await app.database.query<{ raw: string }>(
      'select raw from record.events where stream = $1',
      [`escrow-${id}`],
    );
    expect(JSON.parse(opened?.raw ?? '{}')).toMatchObject({
      type: 'EscrowOpened',
      data: {
        clientId: client.id,
        providerId: provider.id,
        reviewDays: 14,
        fees: { providerFeeBps: 1_000 },
      },
    });
  });

  it('is signed once, by its provider, with the own name', async () => {
    const id = await offered();
    const sign = (by: Known, signature: string) =>
      by.post(`/api/contracts/${id}/accept`, { signature });
    expect(await sign(stranger, 'Somebody Else')).toMatchObject({ status: 404 });
    expect(await sign(provider, 'Noor Clinic')).toMatchObject({ status: 422 });
    expect(await sign(provider, 'Amira Hassan')).toMatchObject({ status: 204 });
    expect(await sign(provider, 'Amira Hassan')).toMatchObject({ status: 409 });
  });

  it('is seen by its two sides and by staff, and by nobody else', async () => {
    const id = await signed();
    expect(await stranger.get(`/api/contracts/${id}`)).toMatchObject({ status: 404 });
    expect(await client.get(`/api/contracts/${randomUUIDv7()}`)).toMatchObject({ status: 404 });
    expect(await client.get(`/api/admin/contracts/${id}`)).toMatchObject({ status: 403 });
    expect((await app.as(['support']).get(`/api/admin/contracts/${id}`)).body).toMatchObject({
      myRole: 'staff',
    });
    expect((await app.as(['auditor']).get(`/api/admin/contracts?q=${id}`)).body).toMatchObject({
      items: [{ id }],
    });
  });

  it('tells both sides to look again whenever it moves', async () => {
    const tell = jest.spyOn(app.app.get(Wakeups), 'tell');
    const id = await signed();
    for (const topic of [
      `contract:${id}`,
      `job:${jobId}`,
      `account:${client.id}`,
      `account:${provider.id}`,
    ])
      expect(tell).toHaveBeenCalledWith('changed', topic);
    tell.mockRestore();
  });

  it('carries work updates of both sides while it is active', async () => {
    const id = await signed();
    const update = { note: 'Half of the screens are there.', files: [] };
    expect(await provider.post(`/api/contracts/${id}/updates`, update)).toMatchObject({
      status: 204,
    });
    expect(await stranger.post(`/api/contracts/${id}/updates`, update)).toMatchObject({
      status: 404,
    });
    await app.settle();
    expect((await hub(id)).timeline.at(-1)).toMatchObject({
      kind: 'WorkUpdatePosted',
      note: update.note,
      by: { id: provider.id },
    });
  });

  it('follows the escrow: funded, in review, changes, released, completed', async () => {
    const id = await signed();
    const [first, second] = (await hub(id)).milestones;
    const tell = told(id);
    await tell('EscrowFunded', {
      milestoneId: first!.id,
      clientId: client.id,
      amount: inr(4_000_000),
      fee: inr(120_000),
      tax: inr(21_600),
      depositId: randomUUIDv7(),
      dueAt: '2027-01-10T10:00:00.000Z',
    });
    expect(await hub(id)).toMatchObject({
      next: { kind: 'await_delivery', deadline: '2027-01-10T10:00:00.000Z' },
      money: { toFund: inr(6_000_000), held: inr(4_000_000), fees: inr(141_600) },
    });
    const delivery = { milestoneId: first!.id, deliveryId: randomUUIDv7() };
    await tell('MilestoneSubmitted', {
      ...delivery,
      version: 1,
      artifactHashes: [],
      autoReleaseAt: '2027-02-10T10:00:00.000Z',
    });
    expect(await hub(id)).toMatchObject({
      next: { kind: 'review', mine: true, deadline: '2027-02-10T10:00:00.000Z' },
      money: { held: inr(0), inReview: inr(4_000_000) },
      milestones: [
        { state: 'in_review', autoReleaseAt: '2027-02-10T10:00:00.000Z' },
        { state: 'pending' },
      ],
    });
    await tell('RevisionRequested', { ...delivery, points: 1 });
    expect(await hub(id)).toMatchObject({
      milestones: [{ state: 'changes_requested', autoReleaseAt: null }, {}],
    });
    for (const [milestone, gross] of [
      [first!, inr(4_000_000)],
      [second!, inr(6_000_000)],
    ] as const)
      await tell('EscrowReleased', {
        milestoneId: milestone.id,
        providerId: provider.id,
        gross,
        fee: inr(400_000),
        tax: inr(72_000),
        net: inr(3_528_000),
        reason: 'approved',
      });
    await tell('EscrowClosed', { outcome: 'released' });
    const done = await hub(id, provider);
    expect(done).toMatchObject({
      state: 'completed',
      next: { kind: 'rate', mine: true },
      money: { released: inr(10_000_000), fees: inr(944_000) },
    });
    expect(done.timeline.map(({ kind }) => kind)).toEqual([
      'ContractOffered',
      'ContractSigned',
      'EscrowFunded',
      'MilestoneSubmitted',
      'RevisionRequested',
      'EscrowReleased',
      'EscrowReleased',
      'ContractCompleted',
    ]);
    expect(done.timeline[2]).toMatchObject({ proof: { stream: `escrow-${id}`, version: 2 } });
  });
});
