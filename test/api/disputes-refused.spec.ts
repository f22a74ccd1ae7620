import { randomUUIDv7 } from 'node:crypto';
import { TestApp, type Answer } from '../support/app';
import {
  disputeScene,
  factsOf,
  fundedDeal,
  key,
  openedDispute,
  percent,
  ruledOn,
  type Deal,
  type Scene,
} from '../support/disputes';
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
  id = await openedDispute(app, scene.client, deal);
});

const code = ({ status, body }: Answer) => `${status} ${String(body['code'])}`;
const opening = (changes: object = {}) => ({
  ...{ contractId: deal.contractId, milestoneIds: [deal.milestones[0]], category: 'scope' },
  ...{ reason: 'Not what was agreed.', wish: percent(50), files: [], ...changes },
});
const evidence = { text: 'One thing more.', files: [] };
const amounts = (toProvider: object, milestoneId = deal.milestones[1]) => ({
  kind: 'amounts',
  milestones: [{ milestoneId, toProvider }],
});

describe('a dispute refuses', () => {
  it('everybody who is not in it, as if it were not there', async () => {
    const { stranger } = scene;
    for (const path of ['', '/print'])
      expect(code(await stranger.get(`/api/disputes/${id}${path}`))).toBe('404 disputes.not_found');
    for (const [path, body] of [
      ['evidence', evidence],
      ['offers', { split: percent(1) }],
      ['simulate', { split: percent(1) }],
      ['withdraw', undefined],
      ['appeal', { grounds: 'Mine.' }],
    ] as const)
      expect(code(await stranger.post(`/api/disputes/${id}/${path}`, body))).toBe(
        '404 disputes.not_found',
      );
    expect(code(await stranger.post('/api/disputes', opening(), key()))).toBe(
      '404 contracts.not_found',
    );
    expect(await scene.client.get(`/api/admin/disputes/${id}`)).toMatchObject({ status: 403 });
    expect(await app.guest().get(`/api/disputes/${id}`)).toMatchObject({ status: 401 });
    expect(await scene.client.get(`/api/disputes/${randomUUIDv7()}`)).toMatchObject({
      status: 404,
    });
  });

  it('amounts that are negative, too large, of another currency or not all of it', async () => {
    const before = await factsOf(app, `dispute-${id}`);
    const offer = (split: object) => scene.provider.post(`/api/disputes/${id}/offers`, { split });
    const huge = { amountMinor: `1${'0'.repeat(30)}`, currency: 'INR' };
    expect(await offer(amounts(inr(-1)))).toMatchObject({ status: 400 });
    expect(await offer(amounts(huge))).toMatchObject({ status: 400 });
    expect(await offer({ kind: 'percent', provider: 101 })).toMatchObject({ status: 400 });
    expect(await offer({ kind: 'percent', provider: 0.5 })).toMatchObject({ status: 400 });
    for (const split of [
      amounts(inr(6_000_001)),
      amounts({ amountMinor: '1', currency: 'USD' }),
      amounts(inr(1), deal.milestones[0]),
      {
        kind: 'amounts',
        milestones: [...amounts(inr(1)).milestones, ...amounts(inr(1)).milestones],
      },
    ])
      expect(code(await offer(split))).toBe('422 disputes.split_mismatch');
    expect(await factsOf(app, `dispute-${id}`)).toEqual(before);
  });

  it('evidence after the window, and an answer that comes too late or from the opener', async () => {
    const { client, provider } = scene;
    const answer = { text: 'I answer.', files: [] };
    expect(code(await client.post(`/api/disputes/${id}/answer`, answer))).toBe(
      '403 disputes.not_yours',
    );
    await client.post(`/api/disputes/${id}/close-evidence`);
    expect(code(await client.post(`/api/disputes/${id}/evidence`, evidence))).toBe(
      '409 disputes.window_closed',
    );
    expect(await provider.post(`/api/disputes/${id}/evidence`, evidence)).toMatchObject({
      status: 204,
    });
    expect(
      await provider.post(`/api/disputes/${id}/evidence`, { text: '', files: [] }),
    ).toMatchObject({ status: 400 });
    const gone = { text: '', files: [randomUUIDv7()] };
    expect(code(await provider.post(`/api/disputes/${id}/evidence`, gone))).toBe(
      '404 files.not_found',
    );
    await app.passDays(7.1);
    expect(await provider.post(`/api/disputes/${id}/answer`, answer)).toMatchObject({
      status: 409,
    });
    expect(code(await provider.post(`/api/disputes/${id}/evidence`, evidence))).toBe(
      '409 disputes.window_closed',
    );
  });

  it('a ruling before both windows closed, by another mediator, or on another effect', async () => {
    const { client, provider, staff } = scene;
    await provider.post(`/api/disputes/${id}/answer`, { text: 'No.', files: [] });
    await client.post(`/api/disputes/${id}/escalate`);
    const mediatorId = staff.mediator.id;
    await staff.lead.post(`/api/admin/disputes/${id}/assign`, { mediatorId });
    expect(code(await ruledOn(staff.mediator, id, percent(70)))).toBe('409 disputes.windows_open');
    for (const side of [client, provider]) await side.post(`/api/disputes/${id}/close-evidence`);
    expect(code(await ruledOn(staff.third, id, percent(70)))).toBe('403 disputes.not_assigned');
    const ruling = {
      ...{ split: percent(70), reasons: 'Because.', precedent: 'Because.' },
      ...{ policyReference: '§4.2', simulationHash: 'a'.repeat(64) },
    };
    const rule = (changes: object) =>
      staff.mediator.post(`/api/admin/disputes/${id}/rule`, { ...ruling, ...changes }, key());
    expect(code(await rule({}))).toBe('409 disputes.simulation_stale');
    expect(code(await rule({ policyReference: '§9' }))).toBe('422 disputes.unknown_policy');
    expect(await client.post(`/api/admin/disputes/${id}/rule`, ruling, key())).toMatchObject({
      status: 403,
    });
  });

  it('work and release on what is frozen; a milestone without money cannot be disputed', async () => {
    const { client, provider } = scene;
    const path = `/api/escrow/${deal.contractId}/milestones/${deal.milestones[1]}`;
    const work = { note: 'Done.', files: [] };
    expect(code(await provider.post(`${path}/deliver`, work))).toBe('409 escrow.frozen_by_dispute');
    const other = await fundedDeal(app, scene, [0]);
    const wish = { contractId: other.contractId, milestoneIds: [other.milestones[1]] };
    expect(code(await client.post('/api/disputes', opening(wish), key()))).toBe(
      '409 escrow.not_disputable',
    );
    const unknown = { contractId: other.contractId, milestoneIds: [randomUUIDv7()] };
    expect(code(await client.post('/api/disputes', opening(unknown), key()))).toBe(
      '404 escrow.no_such_milestone',
    );
  });

  it('the console to people without the role', async () => {
    const support = await known(app, 'Sam Oduya', ['support']);
    expect(await support.get(`/api/admin/disputes/${id}`)).toMatchObject({ status: 200 });
    const note = await support.post(`/api/admin/disputes/${id}/notes`, { text: 'Hello.' });
    expect(note).toMatchObject({ status: 403 });
    const { body } = await scene.staff.lead.get('/api/admin/disputes?limit=1');
    expect(body['items']).toHaveLength(1);
    const next = await scene.staff.lead.get(
      `/api/admin/disputes?limit=1&after=${String(body['next'])}`,
    );
    expect(next.body['items']).not.toEqual(body['items']);
  });
});
