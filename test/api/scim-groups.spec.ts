import { Member } from '../support/members';
import {
  directoryOf,
  groups,
  idOf,
  oktaUser,
  outcome,
  patch,
  scimOf,
  users,
  ScimScene,
} from '../support/scim';
import { colleague, withDomain } from '../support/sso';

let scene: ScimScene;
beforeAll(async () => (scene = await ScimScene.begin()), 30_000);
beforeEach(() => scene.fresh());
afterAll(() => scene.end());

describe('groups', () => {
  const userIdOf = async (member: Member) => String((await scene.userOf(member.email))['id']);
  const made = async (displayName: string, ...members: string[]) => {
    const body = { displayName, members: members.map((value) => ({ value })) };
    return `${groups}/${idOf(await scene.directory.post(groups, body))}`;
  };
  const map = (path: string, role: string | null) =>
    scene.app
      .guest()
      .put(
        scimOf(scene.house, `/groups/${path.split('/').at(-1) ?? ''}`),
        { role },
        scene.house.owner.jar.headers,
      );
  const idsIn = async (path: string) =>
    ((await scene.directory.get(path)).body['members'] as { value: string }[]).map(
      ({ value }) => value,
    );

  it('have the members that Okta and Entra ID put in and take out', async () => {
    const [one, two] = [
      await userIdOf(await colleague(scene.app, scene.house, scene.domain)),
      await userIdOf(await colleague(scene.app, scene.house, scene.domain)),
    ];
    const path = await made('Buyers', one);
    await scene.directory.patch(
      path,
      patch({ op: 'Add', path: 'members', value: [{ value: two }] }),
    );
    expect((await idsIn(path)).sort()).toEqual([one, two].sort());
    await scene.directory.patch(path, patch({ op: 'remove', path: `members[value eq "${one}"]` }));
    expect(await idsIn(path)).toEqual([two]);
    const gone = { op: 'Remove', path: 'members', value: [{ value: two }] };
    await scene.directory.patch(path, patch(gone));
    expect(await idsIn(path)).toEqual([]);
    const renamed = { op: 'replace', value: { id: path, displayName: 'Purchasing' } };
    expect((await scene.directory.patch(path, patch(renamed))).body['displayName']).toBe(
      'Purchasing',
    );
    const all = { op: 'replace', path: 'members', value: [{ value: one }, { value: two }] };
    await scene.directory.patch(path, patch(all));
    const [user] = (await scene.find(`id eq "${one}"`)).Resources;
    expect(user?.['groups']).toMatchObject([{ display: 'Purchasing' }]);
    const plain = await scene.directory.get(`${path}?excludedAttributes=members`);
    expect(plain.body['members']).toBeUndefined();
  });

  it('may mean a role of the organisation’s own, until it is removed', async () => {
    const { app, house } = scene;
    const roles = `/api/organisations/${house.id}/roles`;
    const buyers = await house.owner.post(roles, {
      name: 'Own buyers',
      powers: ['hire', 'pools', 'trail'],
    });
    const id = String(buyers.body['id']);
    const member = await colleague(app, house, scene.domain);
    const path = await made('Own buyers', await userIdOf(member));
    const plain = await made('Plain', await userIdOf(member));
    expect((await map(plain, 'hirer')).status).toBe(204);
    expect((await map(path, id)).status).toBe(204);
    const roleNow = async () => {
      const rows = await app.database.query<{ role: string }>(
        'select role from org_members where account_id = $1',
        [member.id],
      );
      return rows[0]?.role;
    };
    expect(await roleNow()).toBe(id);
    expect((await house.owner.delete(`${roles}/${id}?replacement=finance`)).status).toBe(204);
    await app.settle();
    expect(await roleNow()).toBe('finance');
    const page = await house.owner.get(scimOf(house));
    expect(page.body['groups']).toContainEqual(
      expect.objectContaining({ name: 'Own buyers', role: 'finance' }),
    );
    const stranger = await map(path, crypto.randomUUID());
    expect(outcome(stranger)).toEqual([404, 'organisations.no_such_role']);
  });

  it('are there once, and hold nobody of another organisation', async () => {
    await made('Buyers');
    const twice = await scene.directory.post(groups, { displayName: 'BUYERS' });
    expect(outcome(twice)).toEqual([409, 'uniqueness']);
    const others = await withDomain(scene.corporate);
    const other = await directoryOf(scene.app, others.house);
    const stranger = await other.post(users, oktaUser(`x@${others.domain}`));
    const members = [{ value: idOf(stranger) }];
    const answer = await scene.directory.post(groups, { displayName: 'Strangers', members });
    expect(outcome(answer)).toEqual([400, 'invalidValue']);
    const found = await scene.directory.get(`${groups}?filter=displayName eq "Buyers"`);
    expect(found.body['totalResults']).toBe(1);
    const [{ id } = { id: '' }] = found.body['Resources'] as { id: string }[];
    expect(outcome(await other.delete(`${groups}/${id}`))).toEqual([404, undefined]);
  });

  it('mean a role where somebody says so: the one that may most of several', async () => {
    const member = await colleague(scene.app, scene.house, scene.domain);
    const id = await userIdOf(member);
    const trail = async () =>
      (await member.get(`/api/organisations/${scene.house.id}/trail`)).status;
    const [buyers, payers] = [await made('Buyers', id), await made('Payers', id)];
    expect([await scene.roleOf(member.id), await trail()]).toEqual(['hirer', 403]);
    expect((await map(payers, 'finance')).status).toBe(204);
    expect(await scene.roleOf(member.id)).toBe('finance');
    await map(buyers, 'admin');
    expect([await scene.roleOf(member.id), await trail()]).toEqual(['admin', 200]);
    await scene.directory.patch(buyers, patch({ op: 'remove', path: `members[value eq "${id}"]` }));
    expect(await scene.roleOf(member.id)).toBe('finance');
    await scene.directory.delete(payers);
    expect(await scene.roleOf(member.id)).toBe('member');
    expect(outcome(await map(buyers, 'owner'))).toEqual([400, 'request.invalid']);
  });

  it('neither make nor unmake owners, and wait for whoever has not come yet', async () => {
    const { owner } = scene.house;
    const email = `owner@${scene.domain}`;
    await scene.app.database.query('update accounts set email = $2 where id = $1', [
      owner.id,
      email,
    ]);
    const asked = await scene.directory.post(users, oktaUser(`karim@${scene.domain}`));
    const path = await made('Buyers', String((await scene.userOf(email))['id']), idOf(asked));
    await map(path, 'finance');
    expect(await scene.roleOf(owner.id)).toBe('owner');
    const { body } = await owner.get(scene.at());
    expect(body['invitations']).toMatchObject([{ role: 'finance' }]);
  });
});
