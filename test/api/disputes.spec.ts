import { TestApp } from '../support/app';
import {
  approve,
  balance,
  caseOf,
  consoleOf,
  deliver,
  disputeScene,
  factsOf,
  fundedDeal,
  ledgerSum,
  openedDispute,
  percent,
  ruledOn,
  simulated,
  type Deal,
  type Scene,
} from '../support/disputes';
import { inr } from '../support/market';

let app: TestApp;
let scene: Scene;
let deal: Deal;
let id: string;
beforeAll(async () => {
  app = await TestApp.start();
  scene = await disputeScene(app);
});
afterAll(() => app.stop());
beforeEach(async () => {
  await app.database.query('delete from rate_limits');
});

const appealed = async () => {
  const { provider, staff } = scene;
  const appeal = await provider.post(`/api/disputes/${id}/appeal`, { grounds: 'It works now.' });
  expect(appeal).toMatchObject({ status: 204 });
  const memberIds = [staff.second.id, staff.third.id];
  const panel = await staff.lead.post(`/api/admin/disputes/${id}/panel`, { memberIds });
  expect(panel).toMatchObject({ status: 204 });
};

describe('a dispute, from the claim to the money', () => {
  it('D1: freezes the milestone, packs the evidence and shows the clock to both', async () => {
    const { client, provider } = scene;
    deal = await fundedDeal(app, scene);
    await deliver(provider, deal, deal.milestones[1]);
    await app.settle();
    id = await openedDispute(app, client, deal);
    const [mine, theirs] = [await caseOf(client, id), await caseOf(provider, id)];
    expect(mine).toMatchObject({
      amount: inr(6_000_000),
      openedBy: 'client',
      step: { state: 'evidence', owner: 'provider', mine: false, defaultOutcome: 'opener_claim' },
      offers: [{ by: 'client', state: 'open' }],
    });
    expect(theirs.step.mine).toBe(true);
    expect(theirs.actions).toEqual(
      expect.arrayContaining(['answer', 'add_evidence', 'offer', 'accept_offer']),
    );
    expect(theirs.evidence).toEqual(mine.evidence);
    expect(mine.evidence.map(({ kind }) => kind)).toEqual([
      ...['terms', 'signature', 'payment', 'payment', 'delivery'],
    ]);
    expect(mine.evidence.every(({ sha256 }) => /^[0-9a-f]{64}$/.test(sha256))).toBe(true);
    expect((await client.get(`/api/contracts/${deal.contractId}`)).body).toMatchObject({
      disputes: [{ id, state: 'evidence', owner: 'provider' }],
      milestones: [{ disputeId: null }, { disputeId: id, autoReleaseAt: null }],
    });
  });

  it('D2: takes the answer, more evidence and a counter-offer; notes never reach the sides', async () => {
    const { client, provider, staff } = scene;
    const answer = { text: 'Only two pages are affected.', files: [] };
    expect(await provider.post(`/api/disputes/${id}/answer`, answer)).toMatchObject({
      status: 204,
    });
    const more = { text: 'The log of the last tests.', files: [] };
    expect(await provider.post(`/api/disputes/${id}/evidence`, more)).toMatchObject({
      status: 204,
    });
    const offer = { split: percent(80), note: 'I repair both pages.' };
    expect(await provider.post(`/api/disputes/${id}/offers`, offer)).toMatchObject({ status: 201 });
    await staff.mediator.post(`/api/admin/disputes/${id}/notes`, { text: 'canary-of-mediators' });
    for (const side of [client, provider])
      for (const path of [`/api/disputes/${id}`, `/api/disputes/${id}/print`])
        expect(JSON.stringify((await side.get(path)).body)).not.toContain('canary-of-mediators');
    expect(await consoleOf(staff.mediator, id)).toMatchObject({
      notes: [{ text: 'canary-of-mediators', by: { name: 'Mira Sen' } }],
    });
    expect(await caseOf(client, id)).toMatchObject({
      answer: { text: 'Only two pages are affected.' },
      step: { state: 'negotiation', owner: 'both', defaultOutcome: 'mediation' },
    });
  });

  it('D3: goes to a mediator when the first round fails', async () => {
    const { client, provider, staff } = scene;
    const { offers } = await caseOf(client, id);
    const theirs = offers.find(({ by }) => by === 'provider')?.id ?? '';
    const declined = await client.post(`/api/disputes/${id}/offers/${theirs}/decline`);
    expect(declined).toMatchObject({ status: 204 });
    expect(await client.post(`/api/disputes/${id}/escalate`)).toMatchObject({ status: 204 });
    for (const side of [client, provider])
      expect(await side.post(`/api/disputes/${id}/close-evidence`)).toMatchObject({ status: 204 });
    const assign = { mediatorId: staff.mediator.id };
    const assigned = await staff.lead.post(`/api/admin/disputes/${id}/assign`, assign);
    expect(assigned).toMatchObject({ status: 204 });
    await app.settle();
    expect((await consoleOf(staff.mediator, id)).consoleActions).toEqual(
      expect.arrayContaining(['recommend', 'rule']),
    );
  });

  it('D4: shows what 70/30 does, to the paisa, and writes nothing', async () => {
    const { staff, provider } = scene;
    const before = await factsOf(app, `escrow-${deal.contractId}`);
    const effect = await simulated(staff.mediator, id, percent(70));
    expect(effect).toMatchObject({
      provider: {
        ...{ gross: inr(4_200_000), fee: inr(420_000), tax: inr(75_600), net: inr(3_704_400) },
      },
      client: {
        ...{ amount: inr(1_800_000), feeBack: inr(54_000), taxBack: inr(9_720) },
        refund: inr(1_863_720),
      },
    });
    expect(effect.accounts.reduce((sum, one) => sum + Number(one.change.amountMinor), 0)).toBe(0);
    expect(effect.accounts.find(({ account }) => account.startsWith('escrow:'))).toMatchObject({
      ...{ before: inr(10_000_000), change: inr(-6_000_000), after: inr(4_000_000) },
    });
    const seen = await provider.post(`/api/disputes/${id}/simulate`, { split: percent(70) });
    expect(seen.body).toMatchObject({ provider: { net: inr(3_704_400) } });
    const others = (seen.body['accounts'] as { account: string; before: unknown }[]).filter(
      ({ account }) => account.includes(scene.client.id),
    );
    expect(others).toMatchObject([{ before: null }]);
    expect(await factsOf(app, `escrow-${deal.contractId}`)).toEqual(before);
  });

  it('D5: needs a second person above ₹50,000, who is not the mediator', async () => {
    const { staff, client } = scene;
    const answer = await ruledOn(staff.mediator, id, percent(70));
    expect(answer).toMatchObject({ status: 200, body: { state: 'ruling_proposed' } });
    const approvalId = String(answer.body['approvalId']);
    await app.settle();
    expect(await caseOf(client, id)).toMatchObject({ decision: null });
    expect(await approve(app, staff.mediator, approvalId)).toMatchObject({ status: 403 });
    expect(await approve(app, staff.lead, approvalId)).toMatchObject({ status: 204 });
    expect(await caseOf(client, id)).toMatchObject({
      step: { state: 'decided', defaultOutcome: 'decision_stands' },
      decision: {
        basis: 'ruling',
        reasons: { text: 'The work was delivered, and a third of the pages fail on phones.' },
        policy: { reference: '§4.2', version: '2026-01' },
        isSecondPerson: true,
        effect: { provider: { net: inr(3_704_400) }, client: { refund: inr(1_863_720) } },
      },
    });
    expect(await balance(app, `escrow:${deal.contractId}`)).toBe('10000000');
  });

  it('D6: is looked at by two others, who uphold it, and is carried out to the paisa', async () => {
    const { client, provider, staff } = scene;
    await appealed();
    const verdict = { split: null, reasons: 'The reasons hold.' };
    for (const member of [staff.second, staff.third])
      expect(await member.post(`/api/admin/disputes/${id}/vote`, verdict)).toMatchObject({
        status: 204,
      });
    await app.settle();
    expect(await balance(app, `wallet:${provider.id}`)).toBe('3704400');
    expect(await balance(app, `wallet:${client.id}`)).toBe('1863720');
    expect(await balance(app, `escrow:${deal.contractId}`)).toBe('4000000');
    expect(await ledgerSum(app)).toBe('0');
    expect(await factsOf(app, `dispute-${id}`)).toEqual(
      expect.arrayContaining(['AppealDecided', 'DisputeFinal', 'DecisionExecuted']),
    );
    expect(await caseOf(provider, id)).toMatchObject({
      step: { state: 'executed' },
      appeal: { state: 'upheld' },
      executed: { net: inr(3_704_400), refunded: inr(1_863_720) },
    });
    const { body } = await provider.get('/api/disputes/precedents');
    expect(body).toMatchObject({ items: [{ providerPercent: 70, appealed: true }] });
    expect(JSON.stringify(body)).not.toMatch(new RegExp(`${id}|Noor|Amira|${client.id}`));
  });

  it('leaves the other milestone alone: it is released as if nothing had been', async () => {
    const { client, provider } = scene;
    const before = Number(await balance(app, `wallet:${provider.id}`));
    await deliver(provider, deal, deal.milestones[0]);
    await app.settle();
    await app.passDays(14.1);
    expect(Number(await balance(app, `wallet:${provider.id}`)) - before).toBe(3_528_000);
    expect(await balance(app, `escrow:${deal.contractId}`)).toBe('0');
    expect((await client.get(`/api/contracts/${deal.contractId}`)).body).toMatchObject({
      state: 'completed',
      milestones: [{ state: 'released' }, { state: 'split', released: inr(4_200_000) }],
      money: { refunded: inr(1_800_000) },
    });
  });
});
