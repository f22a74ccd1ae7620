import type { Role } from '@wire/permissions';
import { agreed, decideAs, key, shownTo, type Shown } from '../support/approvals';
import { TestApp, type Caller } from '../support/app';
import { known, type Known } from '../support/market';

let app: TestApp;
let superadmin: Known;
let compliance: Known;
let other: Known;
let newcomer: Known;
beforeAll(async () => {
  app = await TestApp.start();
});
afterAll(() => app.stop());
beforeEach(async () => {
  await app.database.query('delete from rate_limits');
  superadmin = await known(app, 'Sofia Marchetti', ['superadmin']);
  compliance = await known(app, 'Kavya Menon', ['compliance']);
  other = await known(app, 'Miriam Osei', ['compliance']);
  newcomer = await known(app, 'Nadia Stern', ['client']);
});

const ask = (by: Caller, roles: readonly Role[], accountId = newcomer.id, headers = key()) =>
  by.post(`/api/admin/accounts/${accountId}/roles`, { roles, reason: 'Joins the desk' }, headers);

async function asked(roles: readonly Role[] = ['finance_maker']): Promise<string> {
  const { status, body } = await ask(superadmin, roles);
  expect(status).toBe(200);
  await app.settle();
  return String(body['approvalId']);
}

const rolesOf = async ({ id }: Known): Promise<Role[]> => {
  const [row] = await app.database.query<{ roles: Role[] }>(
    'select roles from accounts where id = $1',
    [id],
  );
  return row?.roles ?? [];
};
const become = (who: Known, roles: readonly Role[]) => app.appoint(who, ...roles);
const inbox = async (by: Caller, query = '') =>
  (await by.get(`/api/admin/approvals${query}`)).body['items'] as Shown[];
const factsOf = async (approvalId: string) =>
  (
    await app.database.query<{ type: string }>(
      'select type from record.events where stream = $1 order by version',
      [`approval-${approvalId}`],
    )
  ).map(({ type }) => type);

describe('a grant of staff roles', () => {
  it('happens when a second person agreed, and leaves what the account does on the market', async () => {
    const id = await asked();
    expect(await rolesOf(newcomer)).toEqual(['client']);
    expect(await shownTo(compliance, id)).toMatchObject({
      action: 'role.grant',
      state: 'requested',
      mayDecide: true,
      changes: [{ field: 'roles', before: 'client', after: 'client, finance_maker' }],
      payload: { accountId: newcomer.id, roles: ['finance_maker'] },
    });
    expect(await agreed(app, compliance, id)).toBe('executed');
    expect(await rolesOf(newcomer)).toEqual(['client', 'finance_maker']);
    expect(await factsOf(id)).toEqual(['ApprovalRequested', 'ApprovalGranted', 'ApprovalExecuted']);
  });

  it('is refused at once where the duties are kept apart', async () => {
    await become(newcomer, ['client', 'finance_maker']);
    for (const roles of [
      ['finance_maker', 'finance_checker'],
      ['mediator', 'finance_checker'],
      ['superadmin', 'compliance'],
      ['auditor'],
    ] as const)
      expect(await ask(superadmin, roles)).toMatchObject({
        status: 409,
        body: { code: 'accounts.roles_conflict' },
      });
  });

  it('fails when the duties conflict by the time it runs, and says why', async () => {
    await become(newcomer, []);
    const id = await asked(['auditor']);
    await become(newcomer, ['provider']);
    expect(await agreed(app, compliance, id)).toBe('failed');
    expect(await shownTo(compliance, id)).toMatchObject({ failure: 'accounts.roles_conflict' });
    expect(await rolesOf(newcomer)).toEqual(['provider']);
  });

  it('is asked for by a superadmin and nobody else, and never for oneself', async () => {
    expect(await ask(compliance, ['support'])).toMatchObject({ status: 403 });
    expect(await ask(superadmin, ['support'], superadmin.id)).toMatchObject({
      body: { code: 'approval.own_benefit' },
    });
    expect(await ask(superadmin, ['superuser' as Role])).toMatchObject({ status: 400 });
  });
});

describe('a decision', () => {
  it('is never the maker’s own', async () => {
    const id = await asked();
    await become(superadmin, ['superadmin', 'compliance']);
    const both = app.as(['superadmin', 'compliance'], superadmin.id);
    expect(await decideAs(both, id)).toMatchObject({
      status: 403,
      body: { code: 'approval.same_person' },
    });
    expect(await factsOf(id)).toEqual(['ApprovalRequested']);
  });

  it('is never made by whoever gains by it', async () => {
    const id = String((await ask(superadmin, ['support'], other.id)).body['approvalId']);
    await app.settle();
    const { payloadHash } = await shownTo(compliance, id);
    const path = `/api/admin/approvals/${id}/approve`;
    expect(await other.post(path, { payloadHash })).toMatchObject({
      status: 403,
      body: { code: 'approval.own_benefit' },
    });
  });

  it('is about the payload that was seen: a forged hash decides nothing', async () => {
    const id = await asked();
    const path = `/api/admin/approvals/${id}/approve`;
    expect(await compliance.post(path, { payloadHash: 'f'.repeat(64) })).toMatchObject({
      status: 409,
      body: { code: 'approval.payload_changed' },
    });
    expect(await compliance.post(path, { payloadHash: 'forged' })).toMatchObject({ status: 400 });
    expect(await factsOf(id)).toEqual(['ApprovalRequested']);
  });

  it('is made once', async () => {
    const id = await asked();
    expect(await decideAs(compliance, id, 'deny')).toMatchObject({ status: 204 });
    expect(await decideAs(other, id)).toMatchObject({
      status: 409,
      body: { code: 'approval.already_decided' },
    });
    await app.settle();
    expect(await rolesOf(newcomer)).toEqual(['client']);
    expect(await shownTo(superadmin, id)).toMatchObject({
      state: 'denied',
      comment: 'Looked at it.',
    });
  });

  it('is one decision when two checkers say yes and no at the same moment', async () => {
    const id = await asked();
    const { payloadHash } = await shownTo(compliance, id);
    const say = (by: Caller, kind: string) =>
      by.post(`/api/admin/approvals/${id}/${kind}`, { payloadHash });
    const answers = await Promise.all([
      say(compliance, 'approve'),
      say(other, 'deny'),
      say(compliance, 'approve'),
      say(other, 'approve'),
    ]);
    expect(answers.filter(({ status }) => status === 204)).toHaveLength(1);
    expect(await factsOf(id)).toHaveLength(2);
  });

  it('needs the role at that moment, whatever the token remembers', async () => {
    const id = await asked();
    const { payloadHash } = await shownTo(compliance, id);
    await become(compliance, ['support']);
    const path = `/api/admin/approvals/${id}/approve`;
    expect(await compliance.post(path, { payloadHash })).toMatchObject({
      status: 403,
      body: { code: 'approval.role_missing' },
    });
    await become(superadmin, ['client']);
    expect(await decideAs(other, id)).toMatchObject({
      status: 409,
      body: { code: 'approval.maker_lost_role' },
    });
  });

  it('comes too late after 48 hours; six hours before, the deciders are warned', async () => {
    const id = await asked();
    await app.passDays(1.8);
    expect(await factsOf(id)).toEqual(['ApprovalRequested', 'ApprovalExpiring']);
    await app.passDays(0.3);
    expect(await factsOf(id)).toEqual(['ApprovalRequested', 'ApprovalExpiring', 'ApprovalExpired']);
    expect(await decideAs(compliance, id)).toMatchObject({
      status: 409,
      body: { code: 'approval.expired' },
    });
    await app.settle();
    expect(await rolesOf(newcomer)).toEqual(['client']);
  });
});

describe('people', () => {
  interface Told {
    readonly kind: string;
    readonly link: string;
  }
  const told = async (by: Caller) =>
    ((await by.get('/api/notifications')).body['items'] as Told[]).map(({ kind }) => kind);

  it('are told that they are asked, and the maker what became of it', async () => {
    const id = await asked();
    const [first] = (await compliance.get('/api/notifications')).body['items'] as Told[];
    expect(first).toMatchObject({ kind: 'approval_requested', link: `/approvals/${id}` });
    expect(await told(superadmin)).toEqual([]);
    await decideAs(compliance, id, 'deny');
    await app.settle();
    expect(await told(superadmin)).toEqual(['approval_rejected']);
  });
});

describe('the inbox', () => {
  it('shows what waits for me, what I asked for, and to watchers everything', async () => {
    const id = await asked();
    const ids = async (by: Caller, query = '') => (await inbox(by, query)).map((one) => one.id);
    expect(await ids(compliance)).toContain(id);
    expect(await ids(superadmin)).not.toContain(id);
    expect(await ids(superadmin, '?show=mine')).toEqual([id]);
    const auditor = await known(app, 'Arvid Lindqvist', ['auditor']);
    expect(await ids(auditor)).toEqual([]);
    expect(await ids(auditor, `?show=all&subject=account-${newcomer.id}`)).toEqual([id]);
    const support = await known(app, 'Sam Oduya', ['support']);
    expect(await ids(support, '?show=all')).toEqual([]);
    expect(await support.get(`/api/admin/approvals/${id}`)).toMatchObject({
      status: 404,
      body: { code: 'approval.not_found' },
    });
    expect(await newcomer.get('/api/admin/approvals')).toMatchObject({ status: 403 });
  });

  it('explains to everybody why they may or may not decide', async () => {
    const id = await asked();
    const failing = async (by: Caller) =>
      (await shownTo(by, id)).checks.filter(({ passed }) => !passed).map(({ code }) => code);
    expect(await failing(compliance)).toEqual([]);
    expect(await failing(superadmin)).toEqual(['approval.same_person', 'approval.role_missing']);
  });

  it('goes on where it stopped', async () => {
    const ids = [await asked(['support']), await asked(['mediator']), await asked(['compliance'])];
    const first = await superadmin.get('/api/admin/approvals?show=mine&limit=2');
    const next = String(first.body['next']);
    const second = await superadmin.get(`/api/admin/approvals?show=mine&limit=2&after=${next}`);
    const seen = [first, second].flatMap(({ body }) => body['items'] as Shown[]);
    expect(seen.map(({ id }) => id)).toEqual(ids.reverse());
    expect(await superadmin.get('/api/admin/approvals?after=nonsense')).toMatchObject({
      status: 400,
    });
  });

  it('answers the same proposal again to the same key', async () => {
    const headers = key();
    const first = await ask(superadmin, ['support'], newcomer.id, headers);
    const again = await ask(superadmin, ['support'], newcomer.id, headers);
    expect(again.body).toEqual(first.body);
    expect(await ask(superadmin, ['mediator'], newcomer.id, headers)).toMatchObject({
      status: 422,
    });
  });
});
