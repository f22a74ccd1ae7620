import { Member } from '../support/members';
import { tokenOf } from '../support/organisations';
import { directoryOf, idOf, oktaUser, outcome, patch, users, ScimScene } from '../support/scim';
import { colleague, comes, joinsBy, saveRules, withSso } from '../support/sso';

let scene: ScimScene;
beforeAll(async () => (scene = await ScimScene.begin()), 30_000);
beforeEach(() => scene.fresh());
afterAll(() => scene.end());

describe('who is not active any more', () => {
  it('is out at once: no session, no seat, and what they did stays', async () => {
    const member = await colleague(scene.app, scene.house, scene.domain);
    const { jar } = await member.logIn();
    const { id } = await scene.userOf(member.email);
    await scene.seats(2);
    const off = patch({ op: 'Replace', path: 'active', value: 'False' });
    const answer = await scene.directory.patch(`${users}/${String(id)}`, off);
    expect([answer.status, answer.body['active']]).toEqual([200, false]);
    for (const browser of [member.jar, jar])
      expect((await member.get('/api/accounts/me', browser)).status).toBe(401);
    expect(await scene.membersNow()).toHaveLength(1);
    expect((await scene.find('active eq false')).totalResults).toBe(1);
    const seat = await scene.directory.post(users, oktaUser(`next@${scene.domain}`));
    expect(seat.status).toBe(201);
  });

  it('takes a seat when they are again, as long as one is free and the address is theirs', async () => {
    const member = await colleague(scene.app, scene.house, scene.domain);
    const { id } = await scene.userOf(member.email);
    const path = `${users}/${String(id)}`;
    const set = (active: boolean) =>
      scene.directory.patch(path, patch({ op: 'replace', value: { active } }));
    await set(false);
    await scene.seats(1);
    const full = await set(true);
    expect(full.status).toBe(409);
    expect(full.body['detail']).toContain('No seat');
    await scene.seats(2);
    expect((await set(true)).status).toBe(200);
    expect(await scene.roleOf(member.id)).toBe('member');
    await set(false);
    await scene.app.database.query('update accounts set email = $2 where id = $1', [
      member.id,
      `${member.id}@private.test`,
    ]);
    expect((await set(true)).status).toBe(200);
    expect(await scene.roleOf(member.id)).toBeUndefined();
  });

  it('is never the last owner', async () => {
    const { owner } = scene.house;
    const email = `owner@${scene.domain}`;
    await scene.app.database.query('update accounts set email = $2 where id = $1', [
      owner.id,
      email,
    ]);
    const { id } = await scene.userOf(email);
    const path = `${users}/${String(id)}`;
    for (const answer of [
      await scene.directory.patch(path, patch({ op: 'replace', value: { active: false } })),
      await scene.directory.delete(path),
    ]) {
      expect(answer.status).toBe(409);
      expect(answer.body['detail']).toContain('last owner');
    }
    expect((await owner.get('/api/accounts/me')).status).toBe(200);
    expect((await scene.directory.get(path)).body['active']).toBe(true);
  });

  it('is not asked any more where they never came', async () => {
    const email = `karim@${scene.domain}`;
    const made = await scene.directory.post(users, oktaUser(email));
    const [{ id } = { id: '' }] = await scene.app.database.query<{ id: string }>(
      'select id from org_invitations where email = $1',
      [email],
    );
    const token = await tokenOf(scene.app, id);
    await scene.directory.delete(`${users}/${idOf(made)}`);
    expect((await scene.directory.get(`${users}/${idOf(made)}`)).status).toBe(404);
    const late = await Member.signedUp(scene.app);
    const answer = await late.post('/api/organisations/join', { token });
    expect(outcome(answer)).toEqual([422, 'organisations.invitation_ended']);
  });

  it('does not come back by single sign-on, and who is in the directory may come by it', async () => {
    scene.is(await withSso(scene.corporate, { joins: false }));
    scene.directory = await directoryOf(scene.app, scene.house);
    const email = `amira@${scene.domain}`;
    const made = await scene.directory.post(users, oktaUser(email));
    const who = { name: 'Amira', email };
    const { jar } = await comes(scene.app, scene.house, who);
    await joinsBy(scene.app, jar);
    expect(await scene.membersNow()).toHaveLength(2);
    const path = `${users}/${idOf(made)}`;
    expect((await scene.directory.get(path)).body['active']).toBe(true);
    await scene.directory.patch(path, patch({ op: 'replace', value: { active: false } }));
    expect((await scene.app.guest().get('/api/accounts/me', jar.headers)).status).toBe(401);
    await saveRules(scene.app, scene.house, { joins: true });
    expect(outcome((await comes(scene.app, scene.house, who)).answer)).toEqual([
      403,
      'sso.deactivated',
    ]);
  });
});
