import { Forgetting } from '@kernel/forgetting';
import { TestApp, type Answer } from '../support/app';
import { Member } from '../support/members';
import { founded, invited, joined, put, tokenOf, type House } from '../support/organisations';

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
const page = async (by = house.owner) => (await by.get(at())).body;
const join = async (who: Member, invitationId: string) =>
  who.post('/api/organisations/join', { token: await tokenOf(app, invitationId) });

describe('an organisation', () => {
  it('is owned by who founded it, who acts for its first workspace', async () => {
    expect(await page()).toMatchObject({
      ...{ name: 'Nile Clinics', role: 'owner', seats: 10 },
      workspaces: [{ id: house.workspaceId, name: 'Nile Clinics' }],
      members: [{ role: 'owner', email: house.owner.email }],
    });
  });

  it('is not there for anybody else', async () => {
    const stranger = await Member.signedUp(app);
    expect(outcome(await stranger.get(at()))).toEqual([404, 'organisations.not_found']);
    const invitation = { email: 'x@y.test', role: 'admin' };
    expect(outcome(await stranger.post(at('/invitations'), invitation))).toEqual([
      403,
      'request.forbidden',
    ]);
    const other = await founded(app, stranger, 'Other');
    expect(other.id).not.toBe(house.id);
    expect(outcome(await put(app, stranger, at('/limits'), { limits: [] }))).toEqual([
      404,
      'organisations.not_found',
    ]);
    expect((await stranger.get(at('/approvals'))).status).toBe(404);
    expect((await stranger.get(at('/statement?month=2026-11'))).status).toBe(404);
  });

  it('has no more members and invitations than seats', async () => {
    const settings = { name: 'Nile Clinics', needsPurchaseOrder: false, needsCostCentre: false };
    expect((await put(app, house.owner, at(), { ...settings, seats: 2 })).status).toBe(204);
    expect((await invited(app, house, 'one@people.test', 'hirer')).answer.status).toBe(201);
    const { answer } = await invited(app, house, 'two@people.test', 'hirer');
    expect(outcome(answer)).toEqual([409, 'organisations.no_seat']);
    expect(outcome(await put(app, house.owner, at(), { ...settings, seats: 1 }))).toEqual([
      409,
      'organisations.no_seat',
    ]);
  });
});

describe('an invitation', () => {
  it('goes by mail to an address that may have no account, and holds no name in the record', async () => {
    const { id } = await invited(app, house, 'future@people.test', 'finance');
    await app.settle();
    const [mail] = await app.database.query<{ kind: string; about: object }>(
      `select kind, about from mail_log where about ->> 'invitationId' = $1`,
      [id],
    );
    expect(mail).toMatchObject({ kind: 'org_invitation' });
    const facts = await app.database.query(
      'select 1 from record.events where raw like $1 or raw like $2',
      ['%future@people%', `%${(await tokenOf(app, id)).slice(37)}%`],
    );
    expect(facts).toEqual([]);
  });

  it('is followed once, by whoever proved the address', async () => {
    const member = await Member.signedUp(app);
    const other = await Member.signedUp(app);
    const { id } = await invited(app, house, member.email, 'finance');
    const token = await tokenOf(app, id);
    const stolen = await other.post('/api/organisations/join', { token });
    expect(outcome(stolen)).toEqual([403, 'organisations.invitation_for_other']);
    expect((await join(member, id)).body).toEqual({ id: house.id });
    expect((await page(member))['role']).toBe('finance');
    const again = await member.post('/api/organisations/join', { token });
    expect(outcome(again)).toEqual([422, 'organisations.invitation_ended']);
  });

  it('is void once it was sent again, revoked, or seven days old', async () => {
    const member = await Member.signedUp(app);
    const { id } = await invited(app, house, member.email, 'hirer');
    const first = await tokenOf(app, id);
    const twice = await invited(app, house, member.email, 'hirer');
    expect(outcome(twice.answer)).toEqual([409, 'organisations.already_invited']);
    expect((await house.owner.post(at(`/invitations/${id}/resend`))).status).toBe(204);
    const ended = [422, 'organisations.invitation_ended'];
    expect(outcome(await member.post('/api/organisations/join', { token: first }))).toEqual(ended);
    const second = await tokenOf(app, id);
    await app.database.query('update org_invitations set expires_at = now() where id = $1', [id]);
    expect(outcome(await member.post('/api/organisations/join', { token: second }))).toEqual(ended);
    const fresh = await invited(app, house, member.email, 'hirer');
    expect(fresh.answer.status).toBe(201);
    const token = await tokenOf(app, fresh.id);
    expect((await house.owner.delete(at(`/invitations/${fresh.id}`))).status).toBe(204);
    expect(outcome(await member.post('/api/organisations/join', { token }))).toEqual(ended);
    expect((await page())['members']).toHaveLength(1);
  });
});

describe('a member', () => {
  it('may at the next request what their role allows, and nothing any more once removed', async () => {
    const hirer = await joined(app, house, 'hirer');
    const body = { email: 'friend@people.test', role: 'hirer' };
    expect(outcome(await hirer.post(at('/invitations'), body))).toEqual([403, 'request.forbidden']);
    const change = { role: 'admin', workspaceId: null };
    expect((await put(app, house.owner, at(`/members/${hirer.id}`), change)).status).toBe(204);
    expect((await hirer.post(at('/invitations'), body)).status).toBe(201);
    expect((await house.owner.delete(at(`/members/${hirer.id}`))).status).toBe(204);
    expect(outcome(await hirer.get(at()))).toEqual([404, 'organisations.not_found']);
    expect((await hirer.get('/api/organisations/mine')).body).toEqual({ acting: null, items: [] });
  });

  it('leaves when they want to; the last owner hands over first', async () => {
    const { owner } = house;
    const admin = await joined(app, house, 'admin');
    const last = [409, 'organisations.last_owner'];
    expect(outcome(await owner.delete(at(`/members/${owner.id}`)))).toEqual(last);
    expect((await owner.post(at('/transfer'), { to: admin.id })).status).toBe(204);
    expect((await page())['role']).toBe('admin');
    expect((await owner.delete(at(`/members/${owner.id}`))).status).toBe(204);
    expect((await page(admin))['members']).toHaveLength(1);
  });

  it('leaves a trail that owners and admins read, in the order of the record', async () => {
    const hirer = await joined(app, house, 'hirer');
    await house.owner.delete(at(`/members/${hirer.id}`));
    const { body } = await house.owner.get(at('/trail'));
    const items = body['items'] as { what: string; by: { id: string }; whom: unknown }[];
    expect(items.map(({ what }) => what)).toEqual([
      ...['MemberRemoved', 'MemberJoined', 'MemberInvited', 'MemberJoined', 'OrganisationFounded'],
    ]);
    expect(items[0]).toMatchObject({ by: { id: house.owner.id }, whom: { id: hirer.id } });
    const { body: first } = await house.owner.get(at('/trail?limit=2'));
    const rest = await house.owner.get(at(`/trail?limit=9&after=${String(first['next'])}`));
    expect(rest.body['items']).toHaveLength(3);
  });

  it('who is forgotten is a member of nothing', async () => {
    const hirer = await joined(app, house, 'hirer');
    await app.database.transaction((sql) => app.app.get(Forgetting).everywhere(sql, hirer.id));
    expect((await page())['members']).toHaveLength(1);
  });
});

describe('acting for an organisation', () => {
  it('is chosen, and makes what is begun from then on the organisation’s', async () => {
    const hirer = await joined(app, house, 'hirer');
    const draft = async () => {
      const { body } = await hirer.post('/api/jobs', { title: 'Booking site' });
      return (await hirer.get(`/api/jobs/${String(body['id'])}`)).body['organisation'];
    };
    expect(await draft()).toEqual({ id: house.id, name: 'Nile Clinics' });
    await put(app, hirer, '/api/organisations/acting', { workspaceId: null });
    expect(await draft()).toBeNull();
    const elsewhere = await founded(app, await Member.signedUp(app), 'Elsewhere');
    const { workspaceId } = elsewhere;
    expect(outcome(await put(app, hirer, '/api/organisations/acting', { workspaceId }))).toEqual([
      404,
      'organisations.no_such_workspace',
    ]);
  });
});
