import { Belongings } from '@kernel/belongings';
import { Forgetting } from '@kernel/forgetting';
import { TestApp, type Answer, type Caller } from '../support/app';
import { kindsOfBytes, Sender } from '../support/files';
import { known } from '../support/market';
import { Member } from '../support/members';
import { founded, joined } from '../support/organisations';
import {
  act,
  caller,
  hired,
  mine,
  onboardingScene,
  portrait,
  proof,
  publish,
  rules,
  tasksOf,
  type Scene,
} from '../support/onboarding';

let app: TestApp;
let scene: Scene;
let sender: Sender;
beforeAll(async () => {
  app = await TestApp.start();
  sender = await Sender.to(app);
});
beforeEach(async () => {
  await app.database.query('delete from rate_limits');
  scene = await onboardingScene(app);
  await publish(scene, [rules, proof, portrait]);
  await hired(scene);
});
afterAll(() => app.stop());

const outcome = ({ status, body }: Answer) => [status, body['code']];
const idOf = async () => (await mine(scene.provider))[0]?.id ?? '';
const taskOf = async (title: string, by: Caller = scene.client) =>
  (await tasksOf(by, await idOf())).find((one) => one.title === title);
const handIn = (title: string, body: object) =>
  act(scene, scene.provider, [title, 'hand-in'], body);

async function sent(who: Caller): Promise<string> {
  const file = { name: 'portrait.png', bytes: kindsOfBytes.png, purpose: 'onboarding' };
  const { id } = await sender.whole(who, file);
  await app.settle();
  return id;
}

describe('a file for a task', () => {
  it('is one’s own, and looked into like every other', async () => {
    const other = await known(app, 'Bilal Rao', ['provider']);
    const body = { kind: 'upload', fileId: await sent(other) };
    expect(outcome(await handIn(portrait.title, body))).toEqual([404, 'files.not_found']);
    const fileId = await sent(scene.provider);
    expect((await handIn(portrait.title, { kind: 'upload', fileId })).status).toBe(204);
    const task = await taskOf(portrait.title);
    expect(task).toMatchObject({ state: 'in_review', file: { name: 'portrait.png' } });
  });

  it('is read by who may look at the task now, and by nobody else', async () => {
    const fileId = await sent(scene.provider);
    await handIn(portrait.title, { kind: 'upload', fileId });
    const { url = '' } = ((await taskOf(portrait.title))?.['file'] ?? {}) as { url?: string };
    await app.database.query('update files set checked_at = now() where id = $1', [fileId]);
    const member = await joined(app, scene.house, 'hirer');
    const hirer = caller(app, member);
    for (const who of [scene.provider, scene.client, hirer])
      expect((await who.get(url)).status).toBe(302);
    expect((await scene.client.get(`/api/files/${fileId}/content`)).status).toBe(404);
    await scene.client.delete(`/api/organisations/${scene.house.id}/members/${member.id}`);
    expect((await hirer.get(url)).status).toBe(403);
    const house = await founded(app, await Member.signedUp(app, ['client']), 'Other');
    expect(outcome(await caller(app, house.owner).get(url))).toEqual([404, 'onboarding.not_found']);
  });

  it('is optional here: without it the onboarding is done', async () => {
    await handIn(rules.title, { kind: 'sign', signature: 'Amira Hassan' });
    await handIn(proof.title, { kind: 'answer', answer: 'TX-1' });
    await act(scene, scene.client, [proof.title, 'review'], { accept: true });
    expect((await mine(scene.provider))[0]).toMatchObject({
      ...{ done: 2, tasks: 3, doneAt: expect.any(String) as string },
    });
    const fileId = await sent(scene.provider);
    expect((await handIn(portrait.title, { kind: 'upload', fileId })).status).toBe(204);
  });
});

describe('what somebody did', () => {
  beforeEach(async () => {
    await handIn(rules.title, { kind: 'sign', signature: 'Amira Hassan' });
    await handIn(proof.title, { kind: 'answer', answer: 'Unmistakable words' });
    await act(scene, scene.client, [proof.title, 'review'], {
      ...{ accept: false, reason: 'Unmistakable reason' },
    });
  });
  const forget = (id: string) =>
    app.database.transaction((sql) => app.app.get(Forgetting).everywhere(sql, id));

  it('is in their copy, and nobody’s words are in the record', async () => {
    const told = await app.app.get(Belongings).of(app.database, scene.provider.id);
    const tables = told.find(({ context }) => context === 'onboarding')?.tables;
    const lines = tables?.find(({ name }) => name === 'tasks')?.lines ?? [];
    expect(lines).toMatchObject([
      { title: rules.title, state: 'done', signature: 'Amira Hassan' },
      { title: proof.title, answer: 'Unmistakable words', reason: 'Unmistakable reason' },
      { title: portrait.title, state: 'open' },
    ]);
    const said = await app.database.query(
      `select 1 from record.events where raw like '%Unmistakable%'`,
    );
    expect(said).toEqual([]);
  });

  it('stays by time and hash when they are erased; name, answer and reason go', async () => {
    const before = await taskOf(rules.title);
    const id = await idOf();
    await forget(scene.provider.id);
    const [signed, answered] = await tasksOf(scene.client, id);
    expect(signed).toMatchObject({
      ...{ state: 'done', signature: '[[erased]]' },
      ...{ sha256: before?.['sha256'], handedInAt: before?.['handedInAt'] },
    });
    expect(answered).toMatchObject({ answer: '[[erased]]', reason: '[[erased]]' });
  });

  it('keeps no reason of a member who was erased', async () => {
    const id = await idOf();
    await forget(scene.house.owner.id);
    const [, answered] = await tasksOf(scene.provider, id);
    expect(answered).toMatchObject({ answer: 'Unmistakable words', reason: '[[erased]]' });
  });
});
