import { TestApp } from '../support/app';
import { known, type Known } from '../support/market';
import { Member } from '../support/members';
import { founded, joined, type House } from '../support/organisations';

let app: TestApp;
let support: Known;
let house: House;
beforeAll(async () => {
  app = await TestApp.start();
  support = await known(app, 'Sam Oduya', ['support']);
  house = await founded(app, await Member.signedUp(app, ['client']), 'Harbour Clinics');
  await joined(app, house, 'hirer');
});
afterAll(() => app.stop());

const root = '/api/admin/organisations';

describe('the console', () => {
  it('finds an organisation by a part of its name, and the newest first', async () => {
    const younger = await founded(app, await Member.signedUp(app, ['client']), 'Old Mill');
    const { body } = await support.get(root);
    expect((body['items'] as { id: string }[]).map(({ id }) => id)).toEqual([younger.id, house.id]);
    const found = (await support.get(`${root}?q=clinic`)).body['items'];
    expect(found).toMatchObject([{ id: house.id, name: 'Harbour Clinics', members: 2 }]);
    expect((await support.get(`${root}?q=%25`)).body['items']).toEqual([]);
  });

  it('shows members, seats, single sign-on, the directory and the trail', async () => {
    const at = `${root}/${house.id}`;
    expect((await support.get(at)).body).toMatchObject({
      ...{ name: 'Harbour Clinics', invited: 0, statements: 0, requestsExpireDays: 14 },
      members: [{ role: 'owner' }, { role: 'hirer', workspace: null }],
    });
    await house.owner.post(`/api/organisations/${house.id}/sso/domains`, { name: 'harbour.test' });
    const sso = (await support.get(`${at}/sso`)).body;
    expect(sso).toMatchObject({
      state: 'off',
      domains: [{ name: 'harbour.test', verifiedAt: null }],
    });
    expect(JSON.stringify(sso)).not.toContain('guildhall-verification');
    expect((await support.get(`${at}/scim`)).body).toMatchObject({ keys: 0, users: 0 });
    const trail = (await support.get(`${at}/trail`)).body['items'] as { what: string }[];
    expect(trail.map(({ what }) => what)).toEqual(
      expect.arrayContaining(['OrganisationFounded', 'MemberJoined', 'DomainClaimed']),
    );
  });

  it('is looked at by staff alone, and every look stays in the log', async () => {
    const at = `${root}/${house.id}`;
    await support.get(at);
    const finance = await known(app, 'Meera Joshi', ['finance_maker']);
    expect(await finance.get(at)).toMatchObject({ status: 403 });
    expect((await house.owner.get(at)).status).toBe(403);
    const rows = await app.database.query<{ by: string }>(
      'select staff_id as by from staff_actions where path = $1 and status = 200',
      [at],
    );
    expect(rows.every(({ by }) => by === support.id)).toBe(true);
    expect(rows.length).toBeGreaterThan(0);
    const nobodys = `${root}/0198a5c0-0000-7000-8000-00000000dead`;
    expect(await support.get(nobodys)).toMatchObject({
      body: { code: 'organisations.not_found' },
    });
  });
});
