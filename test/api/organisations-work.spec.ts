import { TestApp } from '../support/app';
import { clinicJob, clinicProposal, inr, known, type Known } from '../support/market';
import type { Member } from '../support/members';
import { Member as Members } from '../support/members';
import { founded, joined, put, type House } from '../support/organisations';

let app: TestApp;
let house: House;
let provider: Known;
beforeAll(async () => {
  app = await TestApp.start();
  house = await founded(app, await Members.signedUp(app, ['client']));
  provider = await known(app, 'Laila Hassan', ['provider']);
});
afterAll(() => app.stop());
beforeEach(() => app.database.query('delete from rate_limits'));

const get = (member: Member, path: string) => app.guest().get(path, member.jar.headers);

async function team(name: string): Promise<string> {
  const { owner, id } = house;
  const { body } = await owner.post(`/api/organisations/${id}/workspaces`, { name, budget: null });
  return String(body['id']);
}

async function memberOf(role: 'hirer' | 'finance' | 'member', workspaceId: string | null) {
  const member = await joined(app, house, role);
  const { body } = await member.get('/api/accounts/me');
  const path = `/api/organisations/${house.id}/members/${String(body['id'])}`;
  const answer = await put(app, house.owner, path, { role, workspaceId });
  if (answer.status !== 204) throw new Error(JSON.stringify(answer.body));
  return member;
}

async function draftedBy(member: Member, workspaceId: string): Promise<string> {
  await put(app, member, '/api/organisations/acting', { workspaceId });
  const { body } = await member.post('/api/jobs', clinicJob);
  return String(body['id']);
}

async function hiredBy(member: Member, workspaceId: string) {
  const jobId = await draftedBy(member, workspaceId);
  expect(await member.post(`/api/jobs/${jobId}/publish`)).toMatchObject({ status: 204 });
  await app.settle();
  const sent = await provider.post(`/api/jobs/${jobId}/proposals`, clinicProposal);
  const { name } = (await member.get('/api/accounts/me')).body;
  const milestones = [{ title: 'All of it', amount: inr(4_000_000), days: 10 }];
  const offer = { proposalId: sent.body['id'], milestones, signature: name };
  const { status, body } = await member.post('/api/contracts', offer);
  expect({ status, body }).toMatchObject({ status: 201 });
  await app.settle();
  return { jobId, contractId: String(body['id']) };
}

const listed = async (
  member: Member,
  what: 'jobs' | 'contracts',
  query = '',
): Promise<string[]> => {
  const { body } = await get(member, `/api/${what}/ours?organisationId=${house.id}${query}`);
  return ((body['items'] ?? []) as { id: string }[]).map(({ id }) => id);
};

describe('what belongs to an organisation', () => {
  it('is seen by every member of its team and by those who run or pay it, and by nobody else', async () => {
    const [clinics, labs] = [house.workspaceId, await team('Labs')];
    const hirer = await memberOf('hirer', clinics);
    const { jobId, contractId } = await hiredBy(hirer, clinics);
    const draft = await draftedBy(hirer, clinics);
    const inside = [
      await memberOf('member', clinics),
      await memberOf('member', null),
      await memberOf('finance', labs),
      house.owner,
    ];
    const outside = [await memberOf('member', labs), await memberOf('hirer', labs)];
    const stranger = await Members.signedUp(app, ['client']);
    for (const member of inside) {
      expect(await listed(member, 'jobs')).toEqual(expect.arrayContaining([jobId, draft]));
      expect(await listed(member, 'contracts')).toEqual([contractId]);
      expect(await get(member, `/api/jobs/${draft}`)).toMatchObject({ status: 200 });
      expect(await get(member, `/api/contracts/${contractId}`)).toMatchObject({
        body: { myRole: 'colleague', next: { mine: false } },
      });
    }
    for (const member of [...outside, stranger]) {
      expect(await listed(member, 'jobs')).not.toContain(draft);
      expect(await listed(member, 'contracts')).toEqual([]);
      expect(await get(member, `/api/jobs/${draft}`)).toMatchObject({ status: 404 });
      expect(await get(member, `/api/contracts/${contractId}`)).toMatchObject({ status: 404 });
    }
  });

  it('is found by its team and state', async () => {
    const [clinics, yard] = [house.workspaceId, await team('Yard')];
    const draft = await draftedBy(house.owner, yard);
    expect(await listed(house.owner, 'jobs', `&workspaceId=${yard}`)).toEqual([draft]);
    expect(await listed(house.owner, 'jobs', `&workspaceId=${yard}&status=published`)).toEqual([]);
    expect(await listed(house.owner, 'jobs', `&workspaceId=${clinics}`)).not.toContain(draft);
  });

  it('shows a colleague what the client pays, and lets them do nothing', async () => {
    const hirer = await memberOf('hirer', house.workspaceId);
    const { contractId } = await hiredBy(hirer, house.workspaceId);
    const { body } = await get(house.owner, `/api/contracts/${contractId}`);
    const own = (await get(hirer, `/api/contracts/${contractId}`)).body;
    expect(body['money']).toEqual(own['money']);
    const words = { note: 'Hello', files: [] };
    const path = `/api/contracts/${contractId}`;
    expect((await house.owner.post(`${path}/updates`, words)).status).toBeGreaterThanOrEqual(403);
    expect((await house.owner.post(`${path}/withdraw`)).status).toBeGreaterThanOrEqual(403);
  });

  it('is gone for a member at the next request after they left', async () => {
    const draft = await draftedBy(house.owner, house.workspaceId);
    const member = await memberOf('member', null);
    expect(await get(member, `/api/jobs/${draft}`)).toMatchObject({ status: 200 });
    const { body } = await member.get('/api/accounts/me');
    const seat = `/api/organisations/${house.id}/members/${String(body['id'])}`;
    await app.guest().delete(seat, house.owner.jar.headers);
    expect(await get(member, `/api/jobs/${draft}`)).toMatchObject({ status: 404 });
  });
});
