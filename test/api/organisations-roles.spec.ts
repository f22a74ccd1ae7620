import type { Power } from '@wire/permissions';
import { setTimeout as pause } from 'node:timers/promises';
import { TestApp, type Answer } from '../support/app';
import { clinicJob } from '../support/market';
import { Member } from '../support/members';
import { founded, joined, limitOf, put, type House } from '../support/organisations';

let app: TestApp;
let house: House;
beforeAll(async () => (app = await TestApp.start()));
beforeEach(async () => {
  await app.database.query('delete from rate_limits');
  house = await founded(app, await Member.signedUp(app, ['client']));
});
afterAll(() => app.stop());

const outcome = ({ status, body }: Answer) => [status, body['code']];
const at = (path = '') => `/api/organisations/${house.id}${path}`;
const makes = (by: Member, name: string, ...powers: Power[]) =>
  by.post(at('/roles'), { name, powers });
const changes = (by: Member, roleId: string, name: string, ...powers: Power[]) =>
  put(app, by, at(`/roles/${roleId}`), { name, powers });
const places = (by: Member, whom: Member, role: string) =>
  put(app, by, at(`/members/${whom.id}`), { role, workspaceId: null });
const removes = (by: Member, roleId: string, replacement?: string) =>
  by.delete(at(`/roles/${roleId}${replacement ? `?replacement=${replacement}` : ''}`));

async function role(name: string, ...powers: Power[]): Promise<string> {
  const { status, body } = await makes(house.owner, name, ...powers);
  if (status !== 201) throw new Error(JSON.stringify(body));
  return String(body['id']);
}
const invites = (by: Member) =>
  by.post(at('/invitations'), { email: `x${Date.now()}@roles.test`, role: 'member' });
const rolesSeen = async (by: Member) =>
  (await by.get(at('/roles'))).body as unknown as { items: object[]; mayGive: Power[] };

const notYours = [403, 'organisations.not_yours'];
const more = [403, 'organisations.more_than_yours'];

describe('a role of an organisation’s own', () => {
  it('lets somebody do what it says and nothing else, from the next request on', async () => {
    const buyers = await role('Buyers', 'hire');
    const mona = await joined(app, house, buyers);
    const { body } = await mona.post('/api/jobs', { ...clinicJob, nda: false });
    expect((await mona.post(`/api/jobs/${String(body['id'])}/publish`)).status).toBe(204);
    expect(outcome(await invites(mona))).toEqual([403, 'request.forbidden']);
    await changes(house.owner, buyers, 'Buyers', 'members');
    expect((await invites(mona)).status).toBe(201);
    const [job] = await app.database.query('select organisation_id from jobs where id = $1', [
      body['id'],
    ]);
    expect(job).toEqual({ organisation_id: house.id });
    const own = await mona.post('/api/jobs', { ...clinicJob, nda: false });
    const [second] = await app.database.query('select organisation_id from jobs where id = $1', [
      own.body['id'],
    ]);
    expect(second).toEqual({ organisation_id: null });
  });

  it('counts at the next request for whoever is placed or removed', async () => {
    const mona = await joined(app, house, 'admin');
    const forbidden = [403, 'request.forbidden'];
    expect((await invites(mona)).status).toBe(201);
    await places(house.owner, mona, 'member');
    expect(outcome(await invites(mona))).toEqual(forbidden);
    await places(house.owner, mona, 'admin');
    const { body } = await house.owner.post('/api/jobs', { ...clinicJob, nda: false });
    const draft = `/api/jobs/${String(body['id'])}`;
    // What was told of the change before has been heard by now, and takes nothing more away.
    await pause(100);
    expect((await mona.get(draft)).status).toBe(200);
    await house.owner.delete(at(`/members/${mona.id}`));
    expect((await mona.get(draft)).status).toBe(404);
  });

  it('opens each part of running an organisation for itself', async () => {
    const tries: [Power, (by: Member) => Promise<Answer>][] = [
      ['members', invites],
      ['settings', (by) => put(app, by, at('/limits'), { limits: [] })],
      ['settings', (by) => by.post(at('/workspaces'), { name: 'Labs', budget: null })],
      ['directory', (by) => by.get(at('/sso'))],
      ['directory', (by) => by.get(at('/scim'))],
      ['trail', (by) => by.get(at('/trail'))],
    ];
    for (const power of ['members', 'settings', 'directory', 'trail'] as const) {
      const member = await joined(app, house, await role(`Only ${power}`, power));
      for (const [needs, attempt] of tries) {
        const { status, body } = await attempt(member);
        const found = status < 300 ? 'done' : body['code'];
        const wanted = needs === power ? 'done' : 'organisations.not_yours';
        expect([power, needs, found]).toEqual([power, needs, wanted]);
      }
    }
  });

  it('that agrees is asked as finance is, and what it says counts', async () => {
    const agrees = await joined(app, house, await role('Controllers', 'agree'));
    const hirer = await joined(app, house, 'hirer');
    await put(app, house.owner, at('/limits'), { limits: [limitOf('job', 50_000)] });
    const { body } = await hirer.post('/api/jobs', { ...clinicJob, nda: false });
    await hirer.post(`/api/jobs/${String(body['id'])}/publish`);
    await app.settle();
    const mine = (await agrees.get('/api/organisations/mine')).body['items'];
    expect(mine).toMatchObject([{ waiting: 1, powers: ['agree'] }]);
    const open = (await agrees.get(at('/approvals?state=open'))).body['items'] as { id: string }[];
    const path = at(`/approvals/${open[0]?.id ?? ''}/decide`);
    expect((await agrees.post(path, { decision: 'approve', comment: '' })).status).toBe(204);
    await app.settle();
    expect((await app.guest().get(`/api/jobs/${String(body['id'])}`)).status).toBe(200);
  });

  it('sees the work of all teams where it says so, and of its own team otherwise', async () => {
    const labs = await house.owner.post(at('/workspaces'), { name: 'Labs', budget: null });
    const { body } = await house.owner.post('/api/jobs', { ...clinicJob, nda: false });
    const watcher = await joined(app, house, await role('Watchers', 'everywhere'));
    const looker = await joined(app, house, await role('Lookers'));
    for (const one of [watcher, looker]) {
      const { role: kept } = await memberRow(one);
      const to = { role: kept, workspaceId: labs.body['id'] };
      await put(app, house.owner, at(`/members/${one.id}`), to);
    }
    const seen = async (by: Member) =>
      ((await by.get(`/api/jobs/ours?organisationId=${house.id}`)).body['items'] ?? []) as object[];
    expect(await seen(watcher)).toMatchObject([{ id: body['id'] }]);
    expect(await seen(looker)).toEqual([]);
  });
});

const memberRow = async (member: Member): Promise<{ role: string }> => {
  const [row] = await app.database.query<{ role: string }>(
    'select role from org_members where organisation_id = $1 and account_id = $2',
    [house.id, member.id],
  );
  return row ?? { role: '' };
};

describe('nobody gives what they do not have', () => {
  it('neither by a role that they make, nor by one that they change or give', async () => {
    const lead = await joined(app, house, await role('Leads', 'members', 'hire'));
    const strong = await role('Strong', 'settings');
    const other = await joined(app, house, 'member');
    expect((await rolesSeen(lead)).mayGive).toEqual(['members', 'hire']);
    expect(outcome(await makes(lead, 'Mine', 'settings'))).toEqual(more);
    expect(outcome(await changes(lead, strong, 'Strong'))).toEqual(more);
    expect(outcome(await removes(lead, strong))).toEqual(more);
    for (const asked of [strong, 'admin', 'finance'])
      expect(outcome(await places(lead, other, asked))).toEqual(more);
    expect(outcome(await places(lead, other, 'owner'))).toEqual(notYours);
    expect(outcome(await places(lead, house.owner, 'member'))).toEqual(notYours);
    const invited = { email: 'strong@roles.test', role: strong };
    expect(outcome(await lead.post(at('/invitations'), invited))).toEqual(more);
    expect((await makes(lead, 'Helpers', 'hire')).status).toBe(201);
    expect((await places(lead, other, 'hirer')).status).toBe(403);
    const made = ((await rolesSeen(lead)).items as { id: string; name: string }[]).find(
      ({ name }) => name === 'Helpers',
    );
    expect((await places(lead, other, made?.id ?? '')).status).toBe(204);
  });

  it('nor by what the directory makes of people', async () => {
    const mapper = await joined(app, house, await role('Mappers', 'directory'));
    const path = at('/scim/settings');
    expect(outcome(await put(app, mapper, path, { defaultRole: 'admin' }))).toEqual(more);
    expect((await put(app, mapper, path, { defaultRole: 'member' })).status).toBe(204);
  });

  it('nor above themselves: who has it cannot make it say more', async () => {
    const id = await role('Leads', 'members');
    const lead = await joined(app, house, id);
    expect(outcome(await changes(lead, id, 'Leads', 'members', 'trail'))).toEqual(more);
    expect((await changes(lead, id, 'Team leads', 'members')).status).toBe(204);
  });
});

describe('the roles of an organisation', () => {
  it('are told with how many people each touches, and stand in the trail', async () => {
    const id = await role('Buyers', 'hire', 'pools');
    await joined(app, house, id);
    await house.owner.post(at('/invitations'), { email: 'one@roles.test', role: id });
    expect((await rolesSeen(house.owner)).items).toEqual([
      { id, name: 'Buyers', powers: ['hire', 'pools'], people: 2 },
    ]);
    const { body } = await house.owner.get(at('/trail'));
    const told = (body['items'] as { what: string; role: string }[]).map(
      ({ what, role: named }) => `${what} ${named}`,
    );
    expect(told).toContain('RoleMade Buyers');
    expect(told).toContain('MemberJoined Buyers');
  });

  it('are removed when something takes the place of one that is in use', async () => {
    const [buyers, viewers] = [await role('Buyers', 'hire'), await role('Viewers')];
    const member = await joined(app, house, buyers);
    const { owner } = house;
    expect(outcome(await removes(owner, buyers))).toEqual([409, 'organisations.role_in_use']);
    expect(outcome(await removes(owner, buyers, buyers))).toEqual([
      409,
      'organisations.role_in_use',
    ]);
    expect((await removes(owner, buyers, viewers)).status).toBe(204);
    expect(await memberRow(member)).toEqual({ role: viewers });
    const asked = await member.post('/api/jobs', { ...clinicJob, nda: false });
    const [job] = await app.database.query('select organisation_id from jobs where id = $1', [
      asked.body['id'],
    ]);
    expect(job).toEqual({ organisation_id: null });
  });

  it('have names of their own, and are twenty at most', async () => {
    for (let number = 1; number <= 20; number += 1) await role(`Role ${String(number)}`);
    const { owner } = house;
    expect(outcome(await makes(owner, 'One more'))).toEqual([409, 'organisations.too_many_roles']);
    const { items } = (await rolesSeen(owner)) as { items: { id: string; name: string }[] };
    const taken = await changes(owner, items[0]?.id ?? '', 'ROLE 9');
    expect(outcome(taken)).toEqual([409, 'organisations.role_name_taken']);
  });

  it('of another organisation are not there', async () => {
    const theirs = await role('Theirs', 'hire');
    house = await founded(app, await Member.signedUp(app, ['client']));
    const { owner } = house;
    const member = await joined(app, house, 'member');
    const none = [404, 'organisations.no_such_role'];
    for (const answer of [
      await places(owner, member, theirs),
      await changes(owner, theirs, 'Ours', 'hire'),
      await removes(owner, theirs),
      await owner.post(at('/invitations'), { email: 'two@roles.test', role: theirs }),
    ])
      expect(outcome(answer)).toEqual(none);
  });
});
