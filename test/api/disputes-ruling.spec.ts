import { TestApp, type Answer } from '../support/app';
import {
  approve,
  balance,
  caseOf,
  disputeScene,
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
  id = await openedDispute(app, scene.client, deal);
});

const code = ({ status, body }: Answer) => `${status} ${String(body['code'])}`;
const opening = (changes: object = {}) => ({
  ...{ contractId: deal.contractId, milestoneIds: [deal.milestones[0]], category: 'scope' },
  ...{ reason: 'Not what was agreed.', wish: percent(50), files: [], ...changes },
});

describe('a dispute refuses, on the way to its end,', () => {
  it('a mediator with a stake, one who is none, and a case that somebody has', async () => {
    const { client, provider, staff } = scene;
    await provider.post(`/api/disputes/${id}/answer`, { text: 'No.', files: [] });
    await client.post(`/api/disputes/${id}/escalate`);
    const assign = (by: typeof client, mediatorId: string) =>
      by.post(`/api/admin/disputes/${id}/assign`, { mediatorId });
    expect(code(await assign(staff.lead, scene.stranger.id))).toBe('422 disputes.not_a_mediator');
    await app.appoint(provider, 'provider', 'mediator');
    expect(code(await assign(staff.lead, provider.id))).toBe('403 disputes.conflict');
    expect(code(await assign(staff.mediator, staff.third.id))).toBe('403 request.forbidden');
    expect(await assign(staff.mediator, staff.mediator.id)).toMatchObject({ status: 204 });
    expect(code(await assign(staff.third, staff.third.id))).toBe('409 disputes.already_assigned');
    const { body } = await staff.lead.get(`/api/admin/disputes/${id}/candidates`);
    expect(body['items']).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          person: { id: provider.id, name: provider.name },
          conflict: 'party',
        }),
      ]),
    );
    await app.appoint(provider, 'provider');
  });

  it('a second appeal, one that is late, and a panel that was in it', async () => {
    const { client, provider, staff } = scene;
    await mediated(app, scene, id);
    const appeal = () => provider.post(`/api/disputes/${id}/appeal`, { grounds: 'Unfair.' });
    expect(code(await appeal())).toBe('409 disputes.not_decided');
    const { body } = await ruledOn(staff.mediator, id, percent(70));
    const agreed = await approve(app, staff.lead, String(body['approvalId']));
    expect(agreed).toMatchObject({ status: 204 });
    const panel = (...memberIds: string[]) =>
      staff.lead.post(`/api/admin/disputes/${id}/panel`, { memberIds });
    expect(code(await panel(staff.second.id, staff.third.id))).toBe('409 disputes.not_appealed');
    expect(await appeal()).toMatchObject({ status: 204 });
    expect(code(await client.post(`/api/disputes/${id}/appeal`, { grounds: 'Me too.' }))).toBe(
      '409 disputes.already_appealed',
    );
    expect(code(await panel(staff.mediator.id, staff.third.id))).toBe('403 disputes.conflict');
    expect(code(await panel(staff.lead.id, staff.third.id))).toBe('403 disputes.conflict');
    expect(await panel(staff.second.id, staff.third.id)).toMatchObject({ status: 204 });
    const vote = { split: null, reasons: 'Yes.' };
    expect(code(await staff.mediator.post(`/api/admin/disputes/${id}/vote`, vote))).toBe(
      '403 disputes.not_on_panel',
    );
  });

  it('a key that was used for something else, and does the same only once', async () => {
    const { client, provider } = scene;
    const intent = key();
    const [first, again] = [
      await client.post('/api/disputes', opening(), intent),
      await client.post('/api/disputes', opening(), intent),
    ];
    expect(first).toMatchObject({ status: 201 });
    expect(again.body).toEqual(first.body);
    expect(code(await client.post('/api/disputes', opening({ category: 'delay' }), intent))).toBe(
      '422 request.idempotency_key_reused',
    );
    expect(code(await client.post('/api/disputes', opening(), key()))).toBe(
      '409 escrow.frozen_by_dispute',
    );
    expect(code(await client.post('/api/disputes', opening()))).toBe(
      '400 request.idempotency_key_missing',
    );
    const { offers } = await caseOf(provider, id);
    const accept = (with_ = key()) =>
      provider.post(`/api/disputes/${id}/offers/${offers[0]?.id}/accept`, undefined, with_);
    const once = key();
    expect([(await accept(once)).status, (await accept(once)).status]).toEqual([204, 204]);
    expect(code(await accept())).toBe('409 disputes.not_negotiable');
    await app.settle();
    expect(await balance(app, `escrow:${deal.contractId}`)).toBe('4000000');
    expect(await ledgerSum(app)).toBe('0');
  });

  it('the same ruling asked twice is one ruling with one approval', async () => {
    await mediated(app, scene, id);
    const intent = key();
    const first = await ruledOn(scene.staff.mediator, id, percent(70), intent);
    const again = await ruledOn(scene.staff.mediator, id, percent(70), intent);
    expect(again.body).toEqual(first.body);
    expect(code(await ruledOn(scene.staff.mediator, id, percent(70)))).toBe(
      '409 disputes.ruling_pending',
    );
  });
});
