import { Clock } from '@kernel/clock';
import { TestApp } from '../support/app';
import {
  balance,
  caseOf,
  deliver,
  disputeScene,
  factsOf,
  fundedDeal,
  key,
  ledgerSum,
  mediated,
  openedDispute,
  percent,
  ruledOn,
  type Deal,
  type Scene,
} from '../support/disputes';
import { agreed } from '../support/approvals';
import { inr, known } from '../support/market';

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
  deal = await fundedDeal(app, scene);
});

const release = (place: 0 | 1, amount: number) => {
  const path = `/api/escrow/${deal.contractId}/milestones/${deal.milestones[place]}/release`;
  return scene.client.post(path, { amount: inr(amount) }, key());
};
const held = () => balance(app, `escrow:${deal.contractId}`);

describe('what time does to a dispute', () => {
  it('gives the opener what was asked for when nobody answers, after a chance to appeal', async () => {
    id = await openedDispute(app, scene.client, deal);
    await app.passDays(7.1);
    expect(await caseOf(scene.client, id)).toMatchObject({
      step: { state: 'decided' },
      decision: { basis: 'default', effect: { provider: { gross: inr(3_000_000) } } },
    });
    expect(await held()).toBe('10000000');
    await app.passDays(7.1);
    expect(await caseOf(scene.client, id)).toMatchObject({ step: { state: 'executed' } });
    expect(await held()).toBe('4000000');
    expect(await factsOf(app, `dispute-${id}`)).toEqual(
      expect.arrayContaining(['DisputeDeadlineMissed', 'DecisionIssued', 'DisputeFinal']),
    );
  });

  it('brings it to a mediator when five business days of talks end without a settlement', async () => {
    id = await openedDispute(app, scene.provider, deal, { wish: percent(100) });
    await scene.client.post(`/api/disputes/${id}/answer`, { text: 'No.', files: [] });
    await app.settle();
    await app.passDays(7.1);
    expect(await caseOf(scene.client, id)).toMatchObject({
      step: { state: 'mediation', owner: 'lead', defaultOutcome: 'equal_split' },
      windows: { client: { open: false }, provider: { open: false } },
    });
  });

  it('splits half and half when no mediator decides in thirty days', async () => {
    id = await openedDispute(app, scene.client, deal);
    await mediated(app, scene, id);
    await app.passDays(30.1);
    await app.passDays(7.1);
    expect(await caseOf(scene.client, id)).toMatchObject({
      decision: { basis: 'default' },
      executed: { toProvider: inr(3_000_000) },
    });
  });

  it('takes the recommendation instead, where the mediator made one', async () => {
    const { staff } = scene;
    id = await openedDispute(app, scene.client, deal);
    await mediated(app, scene, id);
    const input = { split: percent(90), reasons: 'Nearly all of it works.' };
    const said = await staff.mediator.post(`/api/admin/disputes/${id}/recommend`, input);
    expect(said).toMatchObject({ status: 204 });
    await app.passDays(30.1);
    await app.passDays(7.1);
    expect(await caseOf(scene.client, id)).toMatchObject({
      executed: { toProvider: inr(5_400_000) },
    });
  });

  it('lets the decision stand when the panel does not speak', async () => {
    id = await openedDispute(app, scene.client, deal, { milestoneIds: [deal.milestones[0]] });
    await mediated(app, scene, id);
    await ruledOn(scene.staff.mediator, id, percent(25));
    await scene.provider.post(`/api/disputes/${id}/appeal`, { grounds: 'Unfair.' });
    await app.settle();
    await app.passDays(14.1);
    expect(await caseOf(scene.client, id)).toMatchObject({
      appeal: { state: 'stands_by_default' },
      executed: { toProvider: inr(1_000_000) },
    });
    expect(await ledgerSum(app)).toBe('0');
  });

  it('stops the review period of what is disputed, and of nothing else', async () => {
    for (const milestone of deal.milestones) await deliver(scene.provider, deal, milestone);
    await app.settle();
    id = await openedDispute(app, scene.client, deal, { wish: percent(0) });
    await scene.provider.post(`/api/disputes/${id}/answer`, { text: 'It works.', files: [] });
    await app.settle();
    await app.passDays(14.1);
    expect(await held()).toBe('6000000');
    expect(await release(1, 6_000_000)).toMatchObject({ status: 403 });
  });

  it('gives back what was left of the review period when the dispute is withdrawn', async () => {
    await deliver(scene.provider, deal, deal.milestones[1]);
    await app.settle();
    await app.passDays(4);
    id = await openedDispute(app, scene.client, deal);
    await app.passDays(3);
    expect(await scene.client.post(`/api/disputes/${id}/withdraw`)).toMatchObject({ status: 204 });
    await app.settle();
    const { body } = await scene.client.get(`/api/contracts/${deal.contractId}`);
    const [, second] = body['milestones'] as { autoReleaseAt: string; disputeId: null }[];
    const left = Date.parse(second?.autoReleaseAt ?? '') - app.app.get(Clock).now().getTime();
    expect(Math.round(left / 86_400_000)).toBe(10);
    await app.passDays(9.9);
    expect(await held()).toBe('10000000');
    await app.passDays(0.3);
    expect(await held()).toBe('4000000');
  });
});

describe('a decision about money that compliance holds', () => {
  it('waits with one deadline of its own, and is carried out as soon as the money is free', async () => {
    const kavya = await known(app, 'Kavya Menon', ['compliance']);
    const miriam = await known(app, 'Miriam Osei', ['compliance']);
    id = await openedDispute(app, scene.client, deal, { wish: percent(0) });
    const held = { contractId: deal.contractId, reason: 'suspected_fraud', until: aYearOn() };
    const hold = await kavya.post('/api/admin/holds', { ...held, note: 'Look.' }, key());
    await app.passDays(7.1);
    await app.passDays(7.1);
    for (let day = 0; day < 5; day += 1) await app.passDays(1.1);
    expect(await balance(app, `escrow:${deal.contractId}`)).toBe('10000000');
    expect(await deadlinesOf(id)).toEqual([{ open: 1, all: 1 }]);
    const path = `/api/admin/holds/${String(hold.body['id'])}/lift`;
    const { body } = await kavya.post(path, { reason: 'Papers came.' }, key());
    await app.settle();
    expect(await agreed(app, miriam, String(body['approvalId']))).toBe('executed');
    await app.settle();
    expect(await balance(app, `escrow:${deal.contractId}`)).toBe('4000000');
    expect(await caseOf(scene.client, id)).toMatchObject({ step: { state: 'executed' } });
    expect(await deadlinesOf(id)).toEqual([{ open: 0, all: 1 }]);
  });
});

const aYearOn = (): string =>
  new Date(app.app.get(Clock).now().getTime() + 365 * 86_400_000).toISOString();
const deadlinesOf = (disputeId: string) =>
  app.database.query(
    `select count(*) filter (where fired_at is null)::int as open, count(*)::int as all
      from record.timers where kind = 'carry-out-dispute' and payload->'outcome'->>'disputeId' = $1`,
    [disputeId],
  );

describe('a ruling up to ₹50,000', () => {
  it('is the decision of the mediator alone, and waits seven days for an appeal', async () => {
    const { client, provider, staff } = scene;
    const other = await fundedDeal(app, scene);
    const small = await openedDispute(app, client, other, { milestoneIds: [other.milestones[0]] });
    await mediated(app, scene, small);
    expect(await ruledOn(staff.mediator, small, percent(0))).toMatchObject({
      body: { state: 'decided', approvalId: null },
    });
    await app.settle();
    expect(await balance(app, `escrow:${other.contractId}`)).toBe('10000000');
    await app.passDays(7.1);
    expect(await balance(app, `escrow:${other.contractId}`)).toBe('6000000');
    expect(await caseOf(provider, small)).toMatchObject({
      step: { state: 'executed' },
      executed: { net: inr(0), refunded: inr(4_141_600) },
    });
    expect(await ledgerSum(app)).toBe('0');
  });
});
