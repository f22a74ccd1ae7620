import { agreed, decideAs, key } from '../support/approvals';
import { TestApp, type Caller } from '../support/app';
import { known, type Known } from '../support/market';

let app: TestApp;
let support: Known;
let finance: Known;
let superadmin: Known;
let compliance: Known;
let glass: Known;
let member: Known;
beforeAll(async () => {
  app = await TestApp.start();
});
afterAll(() => app.stop());
beforeEach(async () => {
  support = await known(app, 'Tomas Okafor', ['support']);
  finance = await known(app, 'Ines Duarte', ['finance_maker']);
  superadmin = await known(app, 'Sofia Marchetti', ['superadmin']);
  compliance = await known(app, 'Kavya Menon', ['compliance']);
  glass = await known(app, 'Emergency', ['break_glass']);
  member = await known(app, 'Asha Rao', ['client']);
});

/** As the house knows them at each request: what is lent counts, what is taken away does not. */
const now = ({ id }: Known): Caller => app.known(id);
const ask = (by: Caller, role: string, headers = key()) =>
  by.post('/api/admin/elevations', { role, reason: 'The payout of ticket 77' }, headers);
const kinds = async (of: Known): Promise<string[]> =>
  (
    await app.database.query<{ kind: string }>(
      'select kind from notifications where account_id = $1',
      [of.id],
    )
  ).map(({ kind }) => kind);

describe('a role', () => {
  it('that is taken away is gone at the next request, whatever the token says', async () => {
    const token = app.known(support.id, undefined, ['support']);
    expect((await token.get('/api/admin/accounts')).status).toBe(200);
    await app.appoint(support, 'client');
    expect(await token.get('/api/admin/accounts')).toMatchObject({
      status: 403,
      body: { code: 'request.forbidden' },
    });
  });

  it('is nothing without an account', async () => {
    const nobody = app.known(crypto.randomUUID(), undefined, ['superadmin']);
    expect((await nobody.get('/api/admin/roles')).status).toBe(401);
  });
});

describe('an elevation', () => {
  it('holds for an hour once somebody else agreed, and ends by itself', async () => {
    expect((await now(support).get('/api/admin/ledger/trial-balance')).status).toBe(403);
    const { status, body } = await ask(support, 'finance_maker');
    expect(status).toBe(201);
    await app.settle();
    expect((await now(support).get('/api/admin/ledger/trial-balance')).status).toBe(403);
    expect(await agreed(app, compliance, String(body['approvalId']))).toBe('executed');
    expect((await now(support).get('/api/admin/ledger/trial-balance')).status).toBe(200);
    expect((await now(support).get('/api/accounts/me')).body['roles']).toContain('finance_maker');
    await app.passDays(1);
    expect((await now(support).get('/api/admin/ledger/trial-balance')).status).toBe(403);
    const { items } = (await support.get('/api/admin/elevations')).body as { items: object[] };
    expect(items).toMatchObject([{ state: 'ended', role: 'finance_maker', isMine: true }]);
  });

  it('is never agreed to by whoever asked, nor where duties are kept apart', async () => {
    const { body } = await ask(compliance, 'compliance_lead');
    await app.settle();
    const decided = await decideAs(compliance, String(body['approvalId']));
    expect(decided).toMatchObject({ status: 403, body: { code: 'approval.same_person' } });
    expect(await ask(finance, 'finance_checker')).toMatchObject({
      status: 409,
      body: { code: 'accounts.roles_conflict' },
    });
    expect((await ask(support, 'break_glass')).status).toBe(400);
    expect((await ask(member, 'support')).status).toBe(403);
  });

  it('is given back early, by its holder or whoever grants roles, and by nobody else', async () => {
    const { body } = await ask(support, 'moderator');
    await app.settle();
    await agreed(app, compliance, String(body['approvalId']));
    const path = `/api/admin/elevations/${String(body['id'])}/end`;
    expect((await finance.post(path)).status).toBe(404);
    expect((await superadmin.post(path)).status).toBe(204);
    expect((await support.post(path)).status).toBe(409);
    expect((await now(support).get('/api/accounts/me')).body['roles']).toEqual(['support']);
  });

  it('that is refused lends nothing; the same key asks once', async () => {
    const headers = key();
    const first = await ask(support, 'mediator', headers);
    expect((await ask(support, 'mediator', headers)).body).toEqual(first.body);
    await app.settle();
    await decideAs(compliance, String(first.body['approvalId']), 'deny');
    await app.settle();
    const { items } = (await support.get('/api/admin/elevations')).body as { items: object[] };
    expect(items).toMatchObject([{ state: 'refused' }]);
    expect((await now(support).get('/api/admin/console/disputes')).status).not.toBe(200);
  });
});

describe('breaking the glass', () => {
  it('needs nobody, alarms everybody who watches, and shows on every page of the console', async () => {
    const input = { role: 'superadmin', reason: 'The last superadmin lost the phone' };
    expect((await support.post('/api/admin/break-glass', input)).status).toBe(403);
    expect((await glass.post('/api/admin/break-glass', input)).status).toBe(201);
    expect((await now(glass).get('/api/admin/roles')).status).toBe(200);
    await app.settle();
    for (const one of [compliance, superadmin]) expect(await kinds(one)).toContain('glass_broken');
    const [mail] = await app.database.query(
      `select 1 from mail_log where kind = 'glass_broken' and account_id = $1`,
      [compliance.id],
    );
    expect(mail).toBeDefined();
    const { items } = (await finance.get('/api/admin/alarms')).body as { items: object[] };
    expect(items).toMatchObject([{ role: 'superadmin', account: { id: glass.id } }]);
    await app.passDays(1);
    expect((await finance.get('/api/admin/alarms')).body['items']).toEqual([]);
    expect((await now(glass).get('/api/admin/roles')).status).toBe(403);
  });
});

describe('details of a person', () => {
  const reveal = (by: Caller, fields = ['email']) =>
    by.post('/api/admin/reveals', {
      ...{ subject: 'Account', id: member.id, fields },
      ...{ reason: 'Calls about a lost mail', ticket: 'T-77' },
    });
  const seen = async (by: Caller) => (await by.get(`/api/admin/accounts/${member.id}`)).body;

  it('are masked for staff, in lists too, until they are revealed to one of them', async () => {
    const masked = await seen(support);
    expect(masked['email']).toMatch(/^a•••@p•••\.test$/);
    expect(masked['masked']).toEqual(['email']);
    const listed = (await support.get('/api/admin/accounts?q=asha')).body as { items: object[] };
    expect(JSON.stringify(listed)).not.toContain('@people.test');
    expect((await reveal(support)).status).toBe(201);
    expect((await seen(support))['email']).toMatch(/@people\.test$/);
    expect((await seen(compliance))['email']).toMatch(/•••/);
    const { body } = await support.get('/api/admin/reveals');
    expect(body['items']).toMatchObject([{ id: member.id, fields: ['email'] }]);
    const others = (await support.get('/api/admin/accounts?q=sofia')).body as { items: object[] };
    expect(JSON.stringify(others)).not.toContain('@people.test');
  });

  it('are masked again after a quarter of an hour', async () => {
    await reveal(support);
    await app.database.query(
      `update reveals set until = now() - interval '1 second' where staff_id = $1`,
      [support.id],
    );
    expect((await seen(support))['email']).toMatch(/•••/);
  });

  it('are revealed by those who may, with a reason that auditors find under the person', async () => {
    for (const one of [finance, superadmin, member]) expect((await reveal(one)).status).toBe(403);
    await reveal(support);
    await app.settle();
    const auditor = app.as(['auditor']);
    const { items } = (await auditor.get(`/api/admin/audit/log?about=${member.id}&action=reveal`))
      .body as { items: object[] };
    expect(items).toMatchObject([
      { staff: { id: support.id }, subject: 'Account', purpose: 'Calls about a lost mail' },
    ]);
  });
});

describe('a look with the eyes of a member', () => {
  const begin = (by: Caller, accountId = member.id) =>
    by.post('/api/admin/viewings', { accountId, reason: 'Cannot find the contract' });
  const eyes = async (): Promise<{ caller: Caller; id: string }> => {
    const { body } = await begin(support);
    return {
      caller: app.bearing(String(body['link']).split('#')[1] ?? ''),
      id: String(body['id']),
    };
  };

  it('sees what the member sees and changes nothing', async () => {
    const { caller } = await eyes();
    const { body } = await caller.get('/api/accounts/me');
    expect(body).toMatchObject({ id: member.id, watchedBy: support.id });
    expect(await caller.patch('/api/accounts/me', { name: 'Somebody else' })).toMatchObject({
      status: 403,
      body: { code: 'access.view_only' },
    });
    expect((await caller.get('/api/admin/accounts')).status).toBe(401);
  });

  it('is over when the right to look is taken away', async () => {
    const { caller } = await eyes();
    expect((await caller.get('/api/accounts/me')).status).toBe(200);
    await app.appoint(support, 'client');
    expect((await caller.get('/api/accounts/me')).status).toBe(401);
  });

  it('is told to the member and logged, page by page', async () => {
    const { caller } = await eyes();
    await caller.get('/api/wallet');
    await app.settle();
    expect(await kinds(member)).toContain('viewed_by_support');
    const { items } = (
      await app.as(['auditor']).get(`/api/admin/audit/log?staffId=${support.id}&action=view`)
    ).body as { items: object[] };
    expect(items).toMatchObject([
      { subject: 'Wallet', path: '/api/wallet' },
      { subject: 'Account', purpose: 'Cannot find the contract' },
    ]);
  });

  it('is over when it is ended, is for support alone, and never with a colleague’s eyes', async () => {
    const { caller, id } = await eyes();
    expect((await finance.post(`/api/admin/viewings/${id}/end`)).status).toBe(403);
    expect((await support.post(`/api/admin/viewings/${id}/end`)).status).toBe(204);
    expect((await caller.get('/api/accounts/me')).status).toBe(401);
    expect((await begin(finance)).status).toBe(403);
    expect(await begin(support, compliance.id)).toMatchObject({
      status: 409,
      body: { code: 'access.is_staff' },
    });
  });
});

describe('who may do what', () => {
  it('is answered with the people, and with the rule that decides', async () => {
    const who = await superadmin.get('/api/admin/permissions/who?action=approve&subject=Role');
    expect(who.body['roles']).toEqual(['compliance', 'compliance_lead']);
    const query = `accountId=${support.id}&action=inspect&subject=Account`;
    const why = await superadmin.get(`/api/admin/permissions/why?${query}`);
    expect(why.body).toMatchObject({ isAllowed: true, rules: [{ of: 'support' }] });
    const not = `accountId=${support.id}&action=approve&subject=Payout`;
    expect((await superadmin.get(`/api/admin/permissions/why?${not}`)).body).toMatchObject({
      isAllowed: false,
      rules: [],
      wouldAllow: ['finance_checker'],
    });
  });

  it('says before it is proposed what a change of roles would do, and to how many', async () => {
    const change = (roles: string) =>
      superadmin.get(`/api/admin/roles/change?accountId=${support.id}&roles=${roles}`);
    const { body } = await change('support,moderator,superadmin');
    const changes = body['changes'] as { permission: string; before: number; after: number }[];
    const grant = changes.find(({ permission }) => permission === 'grant Role');
    expect(grant).toMatchObject({ kind: 'gained', after: (grant?.before ?? 0) + 1 });
    expect((await change('')).body).toMatchObject({ after: [], conflict: null });
    expect((await change('superadmin,compliance')).body['conflict']).toMatchObject({
      conflict: 'superadmin_and_approval',
    });
  });

  it('lists the staff and where they are signed in, and ends a session', async () => {
    const id = crypto.randomUUID();
    await app.database.query(
      `insert into sessions (id, account_id, device, created_at, last_seen_at)
        values ($1, $2, 'Firefox, Linux', now(), now())`,
      [id, support.id],
    );
    const { items } = (await superadmin.get('/api/admin/sessions')).body as { items: object[] };
    expect(items[0]).toMatchObject({ id, account: { id: support.id }, roles: ['support'] });
    const staff = (await superadmin.get('/api/admin/staff?role=support')).body as {
      items: object[];
    };
    expect(staff.items).toContainEqual(expect.objectContaining({ id: support.id, sessions: 1 }));
    expect((await app.known(support.id, id).get('/api/accounts/me')).status).toBe(200);
    expect((await superadmin.delete(`/api/admin/sessions/${id}`)).status).toBe(204);
    expect((await app.known(support.id, id).get('/api/accounts/me')).status).toBe(401);
    expect((await superadmin.delete(`/api/admin/sessions/${id}`)).status).toBe(404);
  });
});
