import { Forgetting } from '@kernel/forgetting';
import { joined } from '../support/organisations';
import {
  directoryOf,
  entraUser,
  idOf,
  oktaUser,
  outcome,
  patch,
  users,
  ScimScene,
} from '../support/scim';
import { colleague, withDomain } from '../support/sso';

let scene: ScimScene;
beforeAll(async () => (scene = await ScimScene.begin()), 30_000);
beforeEach(() => scene.fresh());
afterAll(() => scene.end());

describe('users', () => {
  it('are the members with an address of the organisation, however they came', async () => {
    const inside = await colleague(scene.app, scene.house, scene.domain);
    await joined(scene.app, scene.house, 'hirer');
    const { body } = await scene.directory.get(users);
    expect(body).toMatchObject({ totalResults: 1, startIndex: 1, itemsPerPage: 1 });
    expect((body['Resources'] as object[])[0]).toMatchObject({
      userName: inside.email,
      active: true,
      emails: [{ value: inside.email, type: 'work', primary: true }],
      meta: { resourceType: 'User', version: 'W/"1"' },
    });
  });

  it('are made as Okta and Entra ID make them, and come by themselves', async () => {
    for (const made of [oktaUser(`okta@${scene.domain}`), entraUser(`entra@${scene.domain}`)]) {
      expect((await scene.find(`userName eq "${made.userName}"`)).totalResults).toBe(0);
      const answer = await scene.directory.post(users, made, {
        'content-type': 'application/scim+json',
      });
      const { status, headers, body } = answer;
      expect(status).toBe(201);
      expect(headers['location']).toBe(`http://market.test/scim/v2/Users/${idOf(answer)}`);
      expect(headers['etag']).toBe('W/"1"');
      expect(body).toMatchObject({ userName: made.userName, externalId: made.externalId });
      expect(JSON.stringify(body)).not.toContain('password');
    }
    expect(await scene.membersNow()).toHaveLength(1);
    const [invitation] = (await scene.house.owner.get(scene.at())).body['invitations'] as {
      email: string;
    }[];
    expect(invitation?.email).toBe(`entra@${scene.domain}`);
    const kept = await scene.app.database.query(`select 1 from record.events where raw like $1`, [
      `%entra@${scene.domain}%`,
    ]);
    expect(kept).toEqual([]);
  });

  it('of another domain are refused', async () => {
    const answer = await scene.directory.post(users, oktaUser('karim@elsewhere.test'));
    expect(outcome(answer)).toEqual([400, 'invalidValue']);
  });

  it('are there once: by name and by address, in capitals too', async () => {
    await scene.directory.post(users, oktaUser(`karim@${scene.domain}`));
    for (const userName of [`karim@${scene.domain}`, `KARIM@${scene.domain}`])
      expect(outcome(await scene.directory.post(users, oktaUser(userName)))).toEqual([
        409,
        'uniqueness',
      ]);
    const other = oktaUser(`karim@${scene.domain}`, { userName: 'another.name' });
    expect(outcome(await scene.directory.post(users, other))).toEqual([409, 'uniqueness']);
  });

  it('are found by what directories ask for', async () => {
    await scene.directory.post(users, oktaUser(`karim@${scene.domain}`));
    await scene.directory.post(users, oktaUser(`lina@${scene.domain}`, { active: false }));
    const karim = `karim@${scene.domain}`;
    const asked = [
      [`userName eq "${karim.toUpperCase()}"`, 1],
      [`externalId eq "okta-${karim}"`, 1],
      [`emails.value eq "${karim}"`, 1],
      [`emails[type eq "work" and value eq "${karim}"]`, 1],
      ['active eq true', 1],
      ['active eq "False"', 1],
      [`userName sw "karim" and active eq true`, 1],
      [`userName co "${scene.domain}" or userName eq "x"`, 2],
      ['not (active eq true)', 1],
      ['externalId pr', 2],
      ['title pr', 0],
      ['(userName eq "a" or userName co "lina") and externalId pr', 1],
    ] as const;
    for (const [filter, count] of asked)
      expect([filter, (await scene.find(filter)).totalResults]).toEqual([filter, count]);
    for (const filter of ['userName', 'userName eq', 'eq "x"', '(userName pr', 'a xx "b"', '"'])
      expect([
        filter,
        outcome(await scene.directory.get(`${users}?filter=${encodeURIComponent(filter)}`)),
      ]).toEqual([filter, [400, 'invalidFilter']]);
  });

  it('come in pages that are counted from one', async () => {
    for (const name of ['a', 'b', 'c'])
      await scene.directory.post(users, oktaUser(`${name}@${scene.domain}`));
    const page = async (query: string) => {
      const { body } = await scene.directory.get(`${users}?${query}`);
      const { totalResults, startIndex, itemsPerPage, Resources } = body;
      const names = (Resources as { userName: string }[]).map(({ userName }) => userName[0]);
      return [totalResults, startIndex, itemsPerPage, names.join('')];
    };
    expect(await page('startIndex=1&count=2')).toEqual([3, 1, 2, 'ab']);
    expect(await page('startIndex=3&count=2')).toEqual([3, 3, 1, 'c']);
    expect(await page('startIndex=0&count=-1')).toEqual([3, 1, 0, '']);
    expect(await page('count=0')).toEqual([3, 1, 0, '']);
    expect(await page('startIndex=9')).toEqual([3, 9, 0, '']);
    const { body } = await scene.directory.get(`${users}?attributes=userName&count=1`);
    const [one] = body['Resources'] as object[];
    expect(Object.keys(one ?? {}).sort()).toEqual(['id', 'schemas', 'userName']);
  });

  it('of other organisations are not there', async () => {
    const answer = await scene.directory.post(users, oktaUser(`karim@${scene.domain}`));
    const path = `${users}/${idOf(answer)}`;
    const others = await withDomain(scene.corporate);
    const other = await directoryOf(scene.app, others.house);
    expect((await other.get(users)).body['totalResults']).toBe(0);
    for (const asked of [
      other.get(path),
      other.put(path, oktaUser(`k@${others.domain}`)),
      other.patch(path, patch({ op: 'replace', value: { active: false } })),
      other.delete(path),
      other.get(`${users}/no-such-id`),
    ])
      expect(outcome(await asked)).toEqual([404, undefined]);
    const elsewhere = oktaUser(`karim@${scene.domain}`);
    expect(outcome(await other.post(users, elsewhere))).toEqual([400, 'invalidValue']);
  });
});

describe('what is kept', () => {
  it('is told to whom it is about, and forgotten with them', async () => {
    const member = await colleague(scene.app, scene.house, scene.domain);
    await scene.userOf(member.email);
    await scene.app.database.transaction((sql) =>
      scene.app.app.get(Forgetting).everywhere(sql, member.id),
    );
    const left = await scene.app.database.query('select 1 from scim_users where email = $1', [
      member.email,
    ]);
    expect(left).toEqual([]);
  });
});
