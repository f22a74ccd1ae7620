import { Forgetting } from '@kernel/forgetting';
import { Limits } from '@kernel/http/limits';
import { Rejection } from '@kernel/reject';
import type { Answer, Caller, TestApp } from '../support/app';
import { Member } from '../support/members';
import { joined, tokenOf, type House } from '../support/organisations';
import { directoryOf, entraUser, idOf, oktaUser, outcome, patch, scimOf } from '../support/scim';
import {
  colleague,
  comes,
  joinsBy,
  saveRules,
  withDirectory,
  withDomain,
  withSso,
} from '../support/sso';
import type { Corporate } from '../support/sso';

let corporate: Corporate;
let app: TestApp;
let house: House;
let domain: string;
let directory: Caller & { key: string };
beforeAll(async () => {
  corporate = await withDirectory();
  app = corporate.app;
}, 30_000);
beforeEach(async () => {
  await app.database.query('delete from rate_limits');
  ({ house, domain } = await withDomain(corporate));
  directory = await directoryOf(app, house);
});
afterAll(async () => {
  await app.stop();
  await corporate.sandbox.stop();
});

const users = '/scim/v2/Users';
const groups = '/scim/v2/Groups';
const at = (path = '') => `/api/organisations/${house.id}${path}`;
const find = async (filter: string) => {
  const { body } = await directory.get(`${users}?filter=${encodeURIComponent(filter)}`);
  return body as { totalResults: number; Resources: Record<string, unknown>[] };
};
const userOf = async (email: string) => (await find(`userName eq "${email}"`)).Resources[0] ?? {};
const membersNow = async () => (await house.owner.get(at())).body['members'] as object[];
const roleOf = async (accountId: string) => {
  const [row] = await app.database.query<{ role: string }>(
    'select role from org_members where organisation_id = $1 and account_id = $2',
    [house.id, accountId],
  );
  return row?.role;
};
const seats = (count: number) =>
  app.database.query('update organisations set seats = $2 where id = $1', [house.id, count]);

describe('a directory', () => {
  it('is who has a key of the organisation, and nobody else', async () => {
    const asked = [app.guest(), app.bearing('gh_test_made_up'), app.bearing('x')];
    for (const caller of asked) {
      const { status, headers, body } = await caller.get(users);
      expect([status, headers['content-type']]).toEqual([
        401,
        expect.stringContaining('application/scim+json'),
      ]);
      expect(body).toMatchObject({
        schemas: ['urn:ietf:params:scim:api:messages:2.0:Error'],
        status: '401',
        detail: expect.any(String) as string,
      });
    }
    expect((await house.owner.get(users)).status).toBe(403);
    expect((await directory.get(users)).status).toBe(200);
  });

  it('opens nothing else with its key', async () => {
    for (const path of ['/api/accounts/me', '/api/organisations/mine', at(), '/api/jobs/mine'])
      expect([path, (await directory.get(path)).status]).not.toEqual([path, 200]);
    expect((await directory.post(scimOf(house, '/keys'), { days: null })).status).toBe(403);
  });

  it('is told what this end can do', async () => {
    const config = await directory.get('/scim/v2/ServiceProviderConfig');
    expect(config.body).toMatchObject({ patch: { supported: true }, bulk: { supported: false } });
    const types = await directory.get('/scim/v2/ResourceTypes');
    expect(types.body).toMatchObject({ totalResults: 2 });
    const schema = 'urn:ietf:params:scim:schemas:core:2.0:User';
    const user = await directory.get(`/scim/v2/Schemas/${schema}`);
    expect(user.body).toMatchObject({ id: schema, name: 'User' });
    expect(outcome(await directory.get('/scim/v2/Schemas/urn:nothing'))).toEqual([404, undefined]);
  });

  it('is told to wait in the words of the protocol', async () => {
    const wait = new Rejection('request.too_many', { retryAfterSeconds: 7 });
    const limits = app.app.get(Limits);
    const key = jest.spyOn(limits, 'admitKey').mockRejectedValueOnce(wait);
    const account = jest.spyOn(limits, 'admitAccount');
    const { status, headers, body } = await directory.get(users);
    expect([status, headers['retry-after'], body['status']]).toEqual([429, '7', '429']);
    await directory.get(users);
    expect([key.mock.calls.length, account.mock.calls.length]).toEqual([2, 0]);
    for (const spy of [key, account]) spy.mockRestore();
  });

  it('has keys that are shown once, kept as a hash, rotated with an overlap and revoked', async () => {
    const { owner } = house;
    const page = async () => (await owner.get(scimOf(house))).body;
    const [first] = (await page())['keys'] as { id: string; beginning: string }[];
    expect(directory.key.startsWith(first?.beginning ?? '–')).toBe(true);
    expect(JSON.stringify(await page())).not.toContain(directory.key);
    const path = scimOf(house, `/keys/${first?.id ?? ''}`);
    const bare = await owner.post(`${path}/rotate`, {});
    expect(outcome(bare)).toEqual([403, 'accounts.step_up_required']);
    const rotated = await owner.post(`${path}/rotate`, {}, owner.jar, owner.proof());
    const second = app.bearing(String(rotated.body['key']));
    expect((await directory.get(users)).status).toBe(200);
    expect((await second.get(users)).status).toBe(200);
    expect((await owner.delete(path)).status).toBe(204);
    expect((await directory.get(users)).status).toBe(401);
    expect((await second.get(users)).status).toBe(200);
  });

  it('is in the trail by itself, and its last requests are on the page', async () => {
    const member = await colleague(app, house, domain);
    const { id } = await userOf(member.email);
    await directory.delete(`${users}/${String(id)}`);
    const { body } = await house.owner.get(at('/trail'));
    const [last] = body['items'] as object[];
    expect(last).toMatchObject({ what: 'MemberRemoved', byDirectory: true });
    await directory.get(`${users}/${String(id)}`);
    const page = (await house.owner.get(scimOf(house))).body;
    expect((page['requests'] as object[]).slice(0, 2)).toMatchObject([
      { method: 'GET', path: `/Users/${String(id)}`, status: 404, code: 'scim.not_found' },
      { method: 'DELETE', status: 204, code: null },
    ]);
    expect(JSON.stringify(page['requests'])).not.toContain(member.email);
  });
});

describe('users', () => {
  it('are the members with an address of the organisation, however they came', async () => {
    const inside = await colleague(app, house, domain);
    await joined(app, house, 'hirer');
    const { body } = await directory.get(users);
    expect(body).toMatchObject({ totalResults: 1, startIndex: 1, itemsPerPage: 1 });
    expect((body['Resources'] as object[])[0]).toMatchObject({
      userName: inside.email,
      active: true,
      emails: [{ value: inside.email, type: 'work', primary: true }],
      meta: { resourceType: 'User', version: 'W/"1"' },
    });
  });

  it('are made as Okta and Entra ID make them, and come by themselves', async () => {
    for (const made of [oktaUser(`okta@${domain}`), entraUser(`entra@${domain}`)]) {
      expect((await find(`userName eq "${made.userName}"`)).totalResults).toBe(0);
      const answer = await directory.post(users, made, { 'content-type': 'application/scim+json' });
      const { status, headers, body } = answer;
      expect(status).toBe(201);
      expect(headers['location']).toBe(`http://market.test/scim/v2/Users/${idOf(answer)}`);
      expect(headers['etag']).toBe('W/"1"');
      expect(body).toMatchObject({ userName: made.userName, externalId: made.externalId });
      expect(JSON.stringify(body)).not.toContain('password');
    }
    expect(await membersNow()).toHaveLength(1);
    const [invitation] = (await house.owner.get(at())).body['invitations'] as { email: string }[];
    expect(invitation?.email).toBe(`entra@${domain}`);
    const kept = await app.database.query(`select 1 from record.events where raw like $1`, [
      `%entra@${domain}%`,
    ]);
    expect(kept).toEqual([]);
  });

  it('of another domain are refused', async () => {
    const answer = await directory.post(users, oktaUser('karim@elsewhere.test'));
    expect(outcome(answer)).toEqual([400, 'invalidValue']);
  });

  it('are there once: by name and by address, in capitals too', async () => {
    await directory.post(users, oktaUser(`karim@${domain}`));
    for (const userName of [`karim@${domain}`, `KARIM@${domain}`])
      expect(outcome(await directory.post(users, oktaUser(userName)))).toEqual([409, 'uniqueness']);
    const other = oktaUser(`karim@${domain}`, { userName: 'another.name' });
    expect(outcome(await directory.post(users, other))).toEqual([409, 'uniqueness']);
  });

  it('are found by what directories ask for', async () => {
    await directory.post(users, oktaUser(`karim@${domain}`));
    await directory.post(users, oktaUser(`lina@${domain}`, { active: false }));
    const karim = `karim@${domain}`;
    const asked = [
      [`userName eq "${karim.toUpperCase()}"`, 1],
      [`externalId eq "okta-${karim}"`, 1],
      [`emails.value eq "${karim}"`, 1],
      [`emails[type eq "work" and value eq "${karim}"]`, 1],
      ['active eq true', 1],
      ['active eq "False"', 1],
      [`userName sw "karim" and active eq true`, 1],
      [`userName co "${domain}" or userName eq "x"`, 2],
      ['not (active eq true)', 1],
      ['externalId pr', 2],
      ['title pr', 0],
      ['(userName eq "a" or userName co "lina") and externalId pr', 1],
    ] as const;
    for (const [filter, count] of asked)
      expect([filter, (await find(filter)).totalResults]).toEqual([filter, count]);
    for (const filter of ['userName', 'userName eq', 'eq "x"', '(userName pr', 'a xx "b"', '"'])
      expect([
        filter,
        outcome(await directory.get(`${users}?filter=${encodeURIComponent(filter)}`)),
      ]).toEqual([filter, [400, 'invalidFilter']]);
  });

  it('come in pages that are counted from one', async () => {
    for (const name of ['a', 'b', 'c']) await directory.post(users, oktaUser(`${name}@${domain}`));
    const page = async (query: string) => {
      const { body } = await directory.get(`${users}?${query}`);
      const { totalResults, startIndex, itemsPerPage, Resources } = body;
      const names = (Resources as { userName: string }[]).map(({ userName }) => userName[0]);
      return [totalResults, startIndex, itemsPerPage, names.join('')];
    };
    expect(await page('startIndex=1&count=2')).toEqual([3, 1, 2, 'ab']);
    expect(await page('startIndex=3&count=2')).toEqual([3, 3, 1, 'c']);
    expect(await page('startIndex=0&count=-1')).toEqual([3, 1, 0, '']);
    expect(await page('count=0')).toEqual([3, 1, 0, '']);
    expect(await page('startIndex=9')).toEqual([3, 9, 0, '']);
    const { body } = await directory.get(`${users}?attributes=userName&count=1`);
    const [one] = body['Resources'] as object[];
    expect(Object.keys(one ?? {}).sort()).toEqual(['id', 'schemas', 'userName']);
  });

  it('of other organisations are not there', async () => {
    const answer = await directory.post(users, oktaUser(`karim@${domain}`));
    const path = `${users}/${idOf(answer)}`;
    const others = await withDomain(corporate);
    const other = await directoryOf(app, others.house);
    expect((await other.get(users)).body['totalResults']).toBe(0);
    for (const asked of [
      other.get(path),
      other.put(path, oktaUser(`k@${others.domain}`)),
      other.patch(path, patch({ op: 'replace', value: { active: false } })),
      other.delete(path),
      other.get(`${users}/no-such-id`),
    ])
      expect(outcome(await asked)).toEqual([404, undefined]);
    const elsewhere = oktaUser(`karim@${domain}`);
    expect(outcome(await other.post(users, elsewhere))).toEqual([400, 'invalidValue']);
  });
});

describe('a change', () => {
  const made = async (email = `karim@${domain}`) => {
    const answer = await directory.post(users, entraUser(email));
    return `${users}/${idOf(answer)}`;
  };

  it('is written as Okta writes it: without a path, and the attributes in the value', async () => {
    const path = await made();
    const answer = await directory.patch(
      path,
      patch({ op: 'replace', value: { displayName: 'K. Adel', 'name.givenName': 'Kareem' } }),
    );
    expect(answer.body).toMatchObject({
      displayName: 'K. Adel',
      name: { givenName: 'Kareem', familyName: 'Adel' },
    });
  });

  it('is written as Entra ID writes it: with paths, filters, capitals and words for yes and no', async () => {
    const path = await made();
    const answer = await directory.patch(
      path,
      patch(
        { op: 'Replace', path: 'emails[type eq "work"].value', value: `new@${domain}` },
        { op: 'Add', path: 'name.familyName', value: 'Hassan' },
        { op: 'Replace', path: 'externalId', value: 'another' },
        { op: 'Add', path: 'title', value: 'Doctor' },
        {
          op: 'Add',
          path: 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:department',
          value: 'Clinic',
        },
        { op: 'Replace', path: 'active', value: 'False' },
      ),
    );
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({
      active: false,
      externalId: 'another',
      emails: [{ value: `new@${domain}` }],
      name: { familyName: 'Hassan' },
      meta: { version: 'W/"2"' },
    });
  });

  it('of the whole keeps what is not said about being active', async () => {
    const path = await made();
    const whole = { userName: `karim@${domain}`, displayName: 'Only this' };
    const { body } = await directory.put(path, whole);
    expect(body).toMatchObject({ displayName: 'Only this', active: true });
    expect(body['externalId']).toBeUndefined();
  });

  it('to what is no address of the organisation, or somebody else’s, is refused', async () => {
    const path = await made();
    await directory.post(users, oktaUser(`lina@${domain}`));
    const to = (value: string) =>
      directory.patch(path, patch({ op: 'replace', path: 'emails[type eq "work"].value', value }));
    expect(outcome(await to('karim@elsewhere.test'))).toEqual([400, 'invalidValue']);
    expect(outcome(await to(`lina@${domain}`))).toEqual([409, 'uniqueness']);
    const wrong = [
      [{ op: 'remove' }, 'noTarget'],
      [{ op: 'replace', path: 'a.b.c', value: 1 }, 'invalidPath'],
      [{ op: 'replace', path: 'emails[type eq', value: 1 }, 'invalidPath'],
      [{ op: 'replace', path: 'emails[type xx "a"].value', value: 1 }, 'invalidFilter'],
      [{ op: 'replace', path: 'userName', value: '' }, 'invalidValue'],
      [{ op: 'replace', value: 'text' }, 'invalidValue'],
      [{ op: 'shout', path: 'userName', value: 'x' }, 'invalidSyntax'],
    ] as const;
    for (const [operation, type] of wrong)
      expect([operation, outcome(await directory.patch(path, patch(operation)))]).toEqual([
        operation,
        [400, type],
      ]);
  });

  it('of a version that is no more is refused', async () => {
    const path = await made();
    const change = (ifMatch: string) =>
      directory.patch(path, patch({ op: 'replace', value: { displayName: 'x' } }), {
        'if-match': ifMatch,
      });
    expect((await change('W/"1"')).headers['etag']).toBe('W/"2"');
    expect(outcome(await change('W/"1"'))).toEqual([412, undefined]);
    expect((await change('W/"7", W/"2"')).status).toBe(200);
    expect((await change('*')).status).toBe(200);
  });

  it('that nobody can read is refused in the words of the protocol', async () => {
    const path = await made();
    const response = await app.app.inject({
      method: 'PATCH',
      url: path,
      headers: {
        authorization: `Bearer ${directory.key}`,
        'content-type': 'application/scim+json',
      },
      payload: '{"Operations": [',
    });
    expect(response.statusCode).toBe(400);
    expect(response.json()).toMatchObject({ status: '400', scimType: 'invalidSyntax' });
  });
});

describe('who is not active any more', () => {
  it('is out at once: no session, no seat, and what they did stays', async () => {
    const member = await colleague(app, house, domain);
    const { jar } = await member.logIn();
    const { id } = await userOf(member.email);
    await seats(2);
    const off = patch({ op: 'Replace', path: 'active', value: 'False' });
    const answer = await directory.patch(`${users}/${String(id)}`, off);
    expect([answer.status, answer.body['active']]).toEqual([200, false]);
    for (const browser of [member.jar, jar])
      expect((await member.get('/api/accounts/me', browser)).status).toBe(401);
    expect(await membersNow()).toHaveLength(1);
    expect((await find('active eq false')).totalResults).toBe(1);
    const seat = await directory.post(users, oktaUser(`next@${domain}`));
    expect(seat.status).toBe(201);
  });

  it('takes a seat when they are again, as long as one is free and the address is theirs', async () => {
    const member = await colleague(app, house, domain);
    const { id } = await userOf(member.email);
    const path = `${users}/${String(id)}`;
    const set = (active: boolean) =>
      directory.patch(path, patch({ op: 'replace', value: { active } }));
    await set(false);
    await seats(1);
    const full = await set(true);
    expect(full.status).toBe(409);
    expect(full.body['detail']).toContain('No seat');
    await seats(2);
    expect((await set(true)).status).toBe(200);
    expect(await roleOf(member.id)).toBe('member');
    await set(false);
    await app.database.query('update accounts set email = $2 where id = $1', [
      member.id,
      `${member.id}@private.test`,
    ]);
    expect((await set(true)).status).toBe(200);
    expect(await roleOf(member.id)).toBeUndefined();
  });

  it('is never the last owner', async () => {
    const { owner } = house;
    const email = `owner@${domain}`;
    await app.database.query('update accounts set email = $2 where id = $1', [owner.id, email]);
    const { id } = await userOf(email);
    const path = `${users}/${String(id)}`;
    for (const answer of [
      await directory.patch(path, patch({ op: 'replace', value: { active: false } })),
      await directory.delete(path),
    ]) {
      expect(answer.status).toBe(409);
      expect(answer.body['detail']).toContain('last owner');
    }
    expect((await owner.get('/api/accounts/me')).status).toBe(200);
    expect((await directory.get(path)).body['active']).toBe(true);
  });

  it('is not asked any more where they never came', async () => {
    const email = `karim@${domain}`;
    const made = await directory.post(users, oktaUser(email));
    const [{ id } = { id: '' }] = await app.database.query<{ id: string }>(
      'select id from org_invitations where email = $1',
      [email],
    );
    const token = await tokenOf(app, id);
    await directory.delete(`${users}/${idOf(made)}`);
    expect((await directory.get(`${users}/${idOf(made)}`)).status).toBe(404);
    const late = await Member.signedUp(app);
    const answer = await late.post('/api/organisations/join', { token });
    expect(outcome(answer)).toEqual([422, 'organisations.invitation_ended']);
  });

  it('does not come back by single sign-on, and who is in the directory may come by it', async () => {
    ({ house, domain } = await withSso(corporate, { joins: false }));
    directory = await directoryOf(app, house);
    const email = `amira@${domain}`;
    const made = await directory.post(users, oktaUser(email));
    const who = { name: 'Amira', email };
    const { jar } = await comes(app, house, who);
    await joinsBy(app, jar);
    expect(await membersNow()).toHaveLength(2);
    const path = `${users}/${idOf(made)}`;
    expect((await directory.get(path)).body['active']).toBe(true);
    await directory.patch(path, patch({ op: 'replace', value: { active: false } }));
    expect((await app.guest().get('/api/accounts/me', jar.headers)).status).toBe(401);
    await saveRules(app, house, { joins: true });
    expect(outcome((await comes(app, house, who)).answer)).toEqual([403, 'sso.deactivated']);
  });
});

describe('groups', () => {
  const userIdOf = async (member: Member) => String((await userOf(member.email))['id']);
  const made = async (displayName: string, ...members: string[]) => {
    const body = { displayName, members: members.map((value) => ({ value })) };
    return `${groups}/${idOf(await directory.post(groups, body))}`;
  };
  const map = (path: string, role: string | null) =>
    app
      .guest()
      .put(
        scimOf(house, `/groups/${path.split('/').at(-1) ?? ''}`),
        { role },
        house.owner.jar.headers,
      );
  const idsIn = async (path: string) =>
    ((await directory.get(path)).body['members'] as { value: string }[]).map(({ value }) => value);

  it('have the members that Okta and Entra ID put in and take out', async () => {
    const [one, two] = [
      await userIdOf(await colleague(app, house, domain)),
      await userIdOf(await colleague(app, house, domain)),
    ];
    const path = await made('Buyers', one);
    await directory.patch(path, patch({ op: 'Add', path: 'members', value: [{ value: two }] }));
    expect((await idsIn(path)).sort()).toEqual([one, two].sort());
    await directory.patch(path, patch({ op: 'remove', path: `members[value eq "${one}"]` }));
    expect(await idsIn(path)).toEqual([two]);
    const gone = { op: 'Remove', path: 'members', value: [{ value: two }] };
    await directory.patch(path, patch(gone));
    expect(await idsIn(path)).toEqual([]);
    const renamed = { op: 'replace', value: { id: path, displayName: 'Purchasing' } };
    expect((await directory.patch(path, patch(renamed))).body['displayName']).toBe('Purchasing');
    const all = { op: 'replace', path: 'members', value: [{ value: one }, { value: two }] };
    await directory.patch(path, patch(all));
    const [user] = (await find(`id eq "${one}"`)).Resources;
    expect(user?.['groups']).toMatchObject([{ display: 'Purchasing' }]);
    const plain = await directory.get(`${path}?excludedAttributes=members`);
    expect(plain.body['members']).toBeUndefined();
  });

  it('are there once, and hold nobody of another organisation', async () => {
    await made('Buyers');
    const twice = await directory.post(groups, { displayName: 'BUYERS' });
    expect(outcome(twice)).toEqual([409, 'uniqueness']);
    const others = await withDomain(corporate);
    const other = await directoryOf(app, others.house);
    const stranger = await other.post(users, oktaUser(`x@${others.domain}`));
    const members = [{ value: idOf(stranger) }];
    const answer = await directory.post(groups, { displayName: 'Strangers', members });
    expect(outcome(answer)).toEqual([400, 'invalidValue']);
    const found = await directory.get(`${groups}?filter=displayName eq "Buyers"`);
    expect(found.body['totalResults']).toBe(1);
    const [{ id } = { id: '' }] = found.body['Resources'] as { id: string }[];
    expect(outcome(await other.delete(`${groups}/${id}`))).toEqual([404, undefined]);
  });

  it('mean a role where somebody says so: the one that may most of several', async () => {
    const member = await colleague(app, house, domain);
    const id = await userIdOf(member);
    const [buyers, payers] = [await made('Buyers', id), await made('Payers', id)];
    expect(await roleOf(member.id)).toBe('hirer');
    expect((await map(payers, 'finance')).status).toBe(204);
    expect(await roleOf(member.id)).toBe('finance');
    await map(buyers, 'admin');
    expect(await roleOf(member.id)).toBe('admin');
    await directory.patch(buyers, patch({ op: 'remove', path: `members[value eq "${id}"]` }));
    expect(await roleOf(member.id)).toBe('finance');
    await directory.delete(payers);
    expect(await roleOf(member.id)).toBe('member');
    expect(outcome(await map(buyers, 'owner'))).toEqual([400, 'request.invalid']);
  });

  it('neither make nor unmake owners, and wait for whoever has not come yet', async () => {
    const { owner } = house;
    const email = `owner@${domain}`;
    await app.database.query('update accounts set email = $2 where id = $1', [owner.id, email]);
    const asked = await directory.post(users, oktaUser(`karim@${domain}`));
    const path = await made('Buyers', String((await userOf(email))['id']), idOf(asked));
    await map(path, 'finance');
    expect(await roleOf(owner.id)).toBe('owner');
    const { body } = await owner.get(at());
    expect(body['invitations']).toMatchObject([{ role: 'finance' }]);
  });
});

describe('what is kept', () => {
  it('is told to whom it is about, and forgotten with them', async () => {
    const member = await colleague(app, house, domain);
    await userOf(member.email);
    await app.database.transaction((sql) => app.app.get(Forgetting).everywhere(sql, member.id));
    const left = await app.database.query('select 1 from scim_users where email = $1', [
      member.email,
    ]);
    expect(left).toEqual([]);
  });
});

const codeOf = ({ status, body }: Answer) => [status, body['code']];

describe('the page', () => {
  it('is for who runs the organisation', async () => {
    const hirer = await joined(app, house, 'hirer');
    expect(codeOf(await hirer.get(scimOf(house)))).toEqual([403, 'request.forbidden']);
    const others = await withDomain(corporate);
    expect(codeOf(await others.house.owner.get(scimOf(house)))).toEqual([
      404,
      'organisations.not_found',
    ]);
  });
});
