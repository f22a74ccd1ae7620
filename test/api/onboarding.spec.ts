import { createHash } from 'node:crypto';
import { TestApp, type Answer } from '../support/app';
import { key } from '../support/disputes';
import { known } from '../support/market';
import { Member } from '../support/members';
import { founded, joined } from '../support/organisations';
import {
  act,
  caller,
  hired,
  mine,
  onboardingScene,
  proof,
  publish,
  rules,
  tasksOf,
  type Scene,
} from '../support/onboarding';

let app: TestApp;
let scene: Scene;
beforeAll(async () => (app = await TestApp.start()));
beforeEach(async () => {
  await app.database.query('delete from rate_limits');
  scene = await onboardingScene(app);
});
afterAll(() => app.stop());

const outcome = ({ status, body }: Answer) => [status, body['code']];
const sign = (signature = 'Amira Hassan') =>
  act(scene, scene.provider, [rules.title, 'hand-in'], { kind: 'sign', signature });
const answer = (text = 'TX-1') =>
  act(scene, scene.provider, [proof.title, 'hand-in'], { kind: 'answer', answer: text });
const review = (body: object, by = scene.client) => act(scene, by, [proof.title, 'review'], body);

describe('a plan', () => {
  const path = () => `/api/organisations/${scene.house.id}/onboarding`;

  it('is published by who runs the organisation, in versions that stay', async () => {
    expect((await publish(scene, [rules])).body).toEqual({ version: 1 });
    expect((await publish(scene, [rules, proof])).body).toEqual({ version: 2 });
    const team = { workspaceId: scene.house.workspaceId };
    expect((await publish(scene, [proof], team)).body).toEqual({ version: 1 });
    const { body } = await scene.client.get(path());
    expect(body).toMatchObject({
      mayChange: true,
      items: [
        { workspaceId: null, version: 2, validDays: 365, tasks: [{ title: rules.title }, {}] },
        { ...team, version: 1, tasks: [{ title: proof.title }] },
      ],
    });
    await expect(
      app.database.query(`update onboarding_plans set before_work = false`),
    ).rejects.toThrow('stays as it is');
  });

  it('has a text where one is confirmed or signed', async () => {
    const { status, body } = await publish(scene, [{ ...rules, text: '' }]);
    expect([status, JSON.stringify(body)]).toEqual([
      400,
      expect.stringContaining('onboarding.text_missing'),
    ]);
  });

  it('is looked at by who hires, and not there for other organisations', async () => {
    await publish(scene, [rules]);
    const hirer = caller(app, await joined(app, scene.house, 'hirer'));
    const finance = caller(app, await joined(app, scene.house, 'finance'));
    expect((await hirer.get(path())).body).toMatchObject({ mayChange: false });
    const body = { workspaceId: null, beforeWork: true, tasks: [] };
    expect(outcome(await hirer.put(path(), body))).toEqual([403, 'request.forbidden']);
    expect(outcome(await finance.get(path()))).toEqual([403, 'request.forbidden']);
    const other = await founded(app, await Member.signedUp(app, ['client']), 'Other');
    const stranger = caller(app, other.owner);
    const none = [404, 'organisations.not_found'];
    expect(outcome(await stranger.get(path()))).toEqual(none);
    expect(outcome(await stranger.put(path(), body))).toEqual(none);
    expect(outcome(await stranger.get(`${path()}s`))).toEqual(none);
  });
});

describe('an onboarding', () => {
  it('begins when the provider signs, and both sides see how far it is', async () => {
    await publish(scene, [rules, proof]);
    const { contractId } = await hired(scene);
    const [row] = await mine(scene.provider);
    expect(row).toMatchObject({
      ...{ organisation: { name: 'Nile Clinics' }, beforeWork: true, doneAt: null },
      ...{ tasks: 2, done: 0, overdue: 0 },
    });
    for (const who of [scene.client, scene.provider])
      expect((await who.get(`/api/contracts/${contractId}/onboarding`)).body).toMatchObject({
        onboarding: { id: row?.id, tasks: 2, done: 0 },
      });
    const stranger = await known(app, 'Somebody Else', ['client', 'provider']);
    expect(outcome(await stranger.get(`/api/contracts/${contractId}/onboarding`))).toEqual([
      404,
      'contracts.not_found',
    ]);
    const { body } = await scene.provider.get('/api/notifications');
    expect(body['items']).toContainEqual(
      expect.objectContaining({
        ...{ kind: 'org_onboarding_begun', link: `/onboarding/${String(row?.id)}` },
        side: 'provider',
      }),
    );
  });

  it('asks nothing of who works for somebody without a plan', async () => {
    const { contractId } = await hired(scene);
    expect(await mine(scene.provider)).toEqual([]);
    const { body } = await scene.provider.get(`/api/contracts/${contractId}/onboarding`);
    expect(body).toEqual({ onboarding: null });
  });

  it('is by the plan of the workspace where it has one, and by the version that was begun', async () => {
    await publish(scene, [proof]);
    await publish(scene, [rules], { workspaceId: scene.house.workspaceId });
    await hired(scene);
    await publish(scene, [proof, proof], { workspaceId: scene.house.workspaceId });
    const [row] = await mine(scene.provider);
    const tasks = await tasksOf(scene.provider, row?.id ?? '');
    expect(tasks.map(({ title }) => title)).toEqual([rules.title]);
  });

  it('is nobody else’s to see or to do', async () => {
    await publish(scene, [rules, proof]);
    await hired(scene);
    const [row] = await mine(scene.provider);
    const path = `/api/onboardings/${row?.id ?? ''}`;
    const none = [404, 'onboarding.not_found'];
    const other = await known(app, 'Bilal Rao', ['provider']);
    const house = await founded(app, await Member.signedUp(app, ['client']), 'Other');
    expect(outcome(await other.get(path))).toEqual(none);
    expect(outcome(await caller(app, house.owner).get(path))).toEqual(none);
    const signed = { kind: 'sign', signature: 'Bilal Rao' };
    expect(outcome(await act(scene, other, [rules.title, 'hand-in'], signed))).toEqual(none);
    expect(outcome(await review({ accept: true }, caller(app, house.owner)))).toEqual(none);
    const finance = caller(app, await joined(app, scene.house, 'finance'));
    expect(outcome(await finance.get(path))).toEqual([403, 'request.forbidden']);
  });

  it('that was done counts for later contracts until its days are over', async () => {
    await publish(scene, [rules], { validDays: 30 });
    await hired(scene);
    await sign();
    const second = await hired(scene);
    expect(await mine(scene.provider)).toHaveLength(1);
    const { body } = await scene.provider.get(`/api/contracts/${second.contractId}/onboarding`);
    expect(body).toMatchObject({ onboarding: { done: 1, doneAt: expect.any(String) as string } });
    const began = await app.database.query('select 1 from onboarding_contracts');
    expect(began.length).toBeGreaterThan(1);
    await app.database.query(`update onboardings set done_at = done_at - interval '31 days'`);
    await hired(scene);
    expect(await mine(scene.provider)).toHaveLength(2);
  });
});

describe('a task', () => {
  beforeEach(async () => {
    await publish(scene, [rules, proof]);
    await hired(scene);
  });
  const stateOf = async (title: string) => {
    const [row] = await mine(scene.provider);
    return (await tasksOf(scene.client, row?.id ?? '')).find((one) => one.title === title);
  };

  it('is signed with the own name, and kept with the hash of what was signed', async () => {
    expect(outcome(await sign('Amira'))).toEqual([422, 'onboarding.signature_mismatch']);
    expect((await sign(' amira hassan')).status).toBe(204);
    const sha256 = createHash('sha256').update(rules.text).digest('hex');
    expect(await stateOf(rules.title)).toMatchObject({
      ...{ state: 'done', signature: 'Amira Hassan', sha256, text: rules.text },
    });
    const [fact] = await app.database.query<{ data: object }>(
      `select raw::jsonb -> 'data' as data from record.events
        where type = 'OnboardingTaskHandedIn' order by xid desc, pos desc limit 1`,
    );
    expect(fact?.data ?? {}).toMatchObject({ sha256, kind: 'sign' });
    expect(outcome(await sign())).toEqual([409, 'onboarding.already_handed_in']);
  });

  it('is done in its own way, by the provider alone', async () => {
    const wrong = await act(scene, scene.provider, [rules.title, 'hand-in'], { kind: 'confirm' });
    expect(outcome(wrong)).toEqual([422, 'onboarding.wrong_kind']);
    const body = { kind: 'sign', signature: 'Layla Haddad' };
    const boss = await act(scene, scene.client, [rules.title, 'hand-in'], body);
    expect(outcome(boss)).toEqual([403, 'request.forbidden']);
    const none = await act(scene, scene.provider, ['no such task', 'hand-in'], body);
    expect(outcome(none)).toEqual([404, 'onboarding.no_such_task']);
  });

  it('comes back with a reason, and is taken when it is right', async () => {
    expect(outcome(await review({ accept: true }))).toEqual([409, 'onboarding.not_in_review']);
    await answer('no idea');
    const hirer = caller(app, await joined(app, scene.house, 'hirer'));
    expect((await review({ accept: false })).status).toBe(400);
    expect((await review({ accept: false, reason: 'Letters first' }, hirer)).status).toBe(204);
    expect(await stateOf(proof.title)).toMatchObject({
      ...{ state: 'returned', reason: 'Letters first', reviewedBy: { id: hirer.id } },
    });
    await app.settle();
    const { body } = await scene.provider.get('/api/notifications');
    expect(JSON.stringify(body)).toContain('org_onboarding_returned');
    await answer('TX-1');
    expect((await review({ accept: true })).status).toBe(204);
    expect(await stateOf(proof.title)).toMatchObject({
      state: 'done',
      answer: 'TX-1',
      reason: null,
    });
  });

  it('is reminded of before it is due, and overdue afterwards for both', async () => {
    await sign();
    await app.passDays(9);
    const { body } = await scene.provider.get('/api/notifications');
    const kinds = (body['items'] as { kind: string }[]).map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind === 'org_onboarding_due')).toHaveLength(1);
    const [near] = await app.database.query<{ task: string }>(
      `select raw::jsonb -> 'data' ->> 'taskId' as task from record.events
        where type = 'OnboardingTaskNears' order by xid desc, pos desc limit 1`,
    );
    expect(near?.task).toBe((await stateOf(proof.title))?.id);
    expect((await mine(scene.provider))[0]).toMatchObject({ overdue: 0 });
    await app.passDays(2);
    expect((await mine(scene.provider))[0]).toMatchObject({ overdue: 1, done: 1 });
    const list = `/api/organisations/${scene.house.id}/onboardings`;
    const ours = await scene.client.get(`${list}?state=overdue`);
    expect(ours.body['items']).toMatchObject([{ provider: { id: scene.provider.id }, overdue: 1 }]);
    expect((await scene.client.get(`${list}?state=done`)).body['items']).toEqual([]);
  });
});

describe('work', () => {
  const deliver = async ({ contractId, milestones }: Awaited<ReturnType<typeof hired>>) => {
    const path = `/api/escrow/${contractId}/milestones/${milestones[0]}/deliver`;
    return outcome(await scene.provider.post(path, { note: 'Here it is', files: [] }, key()));
  };

  it('is not delivered before the required tasks are done; money is never stopped', async () => {
    await publish(scene, [rules, proof]);
    const deal = await hired(scene);
    expect(await deliver(deal)).toEqual([409, 'onboarding.unfinished']);
    await sign();
    await answer();
    expect(await deliver(deal)).toEqual([409, 'onboarding.unfinished']);
    await review({ accept: true });
    expect(await deliver(deal)).toEqual([204, undefined]);
  });

  it('goes on beside the tasks where the plan does not say before', async () => {
    await publish(scene, [rules], { beforeWork: false });
    expect(await deliver(await hired(scene))).toEqual([204, undefined]);
  });
});
