import { TestApp, type Answer } from '../support/app';
import {
  clinicJob,
  clinicProposal,
  inr,
  known,
  twoMilestones,
  type Known,
} from '../support/market';
import { Member } from '../support/members';
import { paid } from '../support/money';
import { founded, joined, limitOf, put, type House } from '../support/organisations';

let app: TestApp;
let house: House;
let hirer: Member;
let finance: Member;
beforeAll(async () => (app = await TestApp.start()));
beforeEach(async () => {
  await app.database.query('delete from rate_limits');
  house = await founded(app, await Member.signedUp(app, ['client']));
  hirer = await joined(app, house, 'hirer');
  finance = await joined(app, house, 'finance');
  await limits(limitOf('job', 50_000));
});
afterAll(() => app.stop());

const outcome = ({ status, body }: Answer) => [status, body['code']];
const at = (path = '') => `/api/organisations/${house.id}${path}`;
const limits = (...all: object[]) => put(app, house.owner, at('/limits'), { limits: all });

async function published(changes: object = {}) {
  const { body } = await hirer.post('/api/jobs', { ...clinicJob, nda: false, ...changes });
  const id = String(body['id']);
  const answer = await hirer.post(`/api/jobs/${id}/publish`);
  await app.settle();
  return { id, answer };
}

const statusOf = async (jobId: string) => (await hirer.get(`/api/jobs/${jobId}`)).body['status'];
const open = async (by = finance) =>
  (await by.get(at('/approvals?state=open'))).body['items'] as Record<string, unknown>[];

async function decided(by: Member, decision: string, comment = '') {
  const [spending] = await open(by);
  const path = at(`/approvals/${String(spending?.['id'])}/decide`);
  const answer = await by.post(path, { decision, comment });
  await app.settle();
  return answer;
}

const mails = async (kind: string) =>
  (
    await app.database.query<{ to: string }>(
      `select account_id as "to" from mail_log where kind = $1 and about ->> $2 = $3
        order by queued_at`,
      [kind, 'organisationId', house.id],
    )
  ).map(({ to }) => to);

describe('a job above a limit', () => {
  it('waits for another member, is mailed to who may decide, and is public once they agree', async () => {
    const { id } = await published();
    expect(await statusOf(id)).toBe('awaiting');
    expect((await app.guest().get(`/api/jobs/${id}`)).status).toBe(404);
    expect(await mails('org_spending_asked')).toEqual([finance.id]);
    expect(await open()).toMatchObject([
      {
        ...{ title: clinicJob.title, amount: inr(10_000_000), purchaseOrder: 'NW-2207' },
        ...{ requester: { id: hirer.id }, chain: ['finance'], may: ['approve', 'reject'] },
      },
    ]);
    expect((await decided(finance, 'approve', 'Within the plan.')).status).toBe(204);
    expect(await statusOf(id)).toBe('published');
    expect((await app.guest().get(`/api/jobs/${id}`)).status).toBe(200);
    const { body } = await hirer.get(at('/approvals'));
    expect(body['items']).toMatchObject([
      { state: 'granted', decisions: [{ comment: 'Within the plan.', by: { id: finance.id } }] },
    ]);
    const told = await app.database.query(
      `select 1 from notifications where account_id = $1 and kind = 'org_spending_granted'`,
      [hirer.id],
    );
    expect(told).toHaveLength(1);
  });

  it('just at the limit asks nobody', async () => {
    const { id } = await published({ budget: inr(5_000_000) });
    expect(await statusOf(id)).toBe('published');
    expect(await mails('org_spending_asked')).toEqual([]);
  });

  it('is a draft again with every word after a no, and can be asked for anew', async () => {
    const { id } = await published();
    await decided(finance, 'reject', 'Two clinics are enough.');
    expect(await statusOf(id)).toBe('draft');
    expect(await mails('org_spending_rejected')).toEqual([hirer.id]);
    expect((await hirer.get(`/api/jobs/${id}`)).body['title']).toBe(clinicJob.title);
    await hirer.post(`/api/jobs/${id}/publish`);
    expect(await statusOf(id)).toBe('awaiting');
  });

  it('is taken back by who asked, and by nobody else', async () => {
    const { id } = await published();
    expect(outcome(await decided(finance, 'cancel'))).toEqual([403, 'organisations.not_asked']);
    expect((await decided(hirer, 'cancel')).status).toBe(204);
    expect(await statusOf(id)).toBe('draft');
  });

  it('is never agreed to by who asked, not even by an owner', async () => {
    await limits(limitOf('job', 50_000, 'owner'));
    const { owner } = house;
    const { body } = await owner.post('/api/jobs', { ...clinicJob, nda: false });
    const alone = await owner.post(`/api/jobs/${String(body['id'])}/publish`);
    expect(outcome(alone)).toEqual([409, 'organisations.nobody_approves']);
    await published();
    expect(outcome(await decided(hirer, 'approve'))).toEqual([403, 'organisations.own_approval']);
    expect(outcome(await decided(finance, 'approve'))).toEqual([403, 'organisations.not_asked']);
    expect((await decided(owner, 'approve')).status).toBe(204);
  });

  it('goes along the chain: finance first, then an owner', async () => {
    await limits(limitOf('job', 50_000), limitOf('job', 80_000, 'owner'));
    const { id } = await published();
    await decided(finance, 'approve');
    expect(await statusOf(id)).toBe('awaiting');
    expect(await mails('org_spending_asked')).toEqual([finance.id, house.owner.id]);
    expect(outcome(await decided(finance, 'approve'))).toEqual([403, 'organisations.not_asked']);
    await decided(house.owner, 'approve');
    expect(await statusOf(id)).toBe('published');
  });
});

describe('what has to be filled in', () => {
  it('is said before a job is public', async () => {
    const settings = { name: 'Nile Clinics', seats: 10, needsPurchaseOrder: true };
    await put(app, house.owner, at(), { ...settings, needsCostCentre: true });
    const without = await published({ purchaseOrder: undefined, budget: inr(100_000) });
    expect(outcome(without.answer)).toEqual([422, 'organisations.po_missing']);
    const centreless = await published({ budget: inr(100_000) });
    expect(outcome(centreless.answer)).toEqual([422, 'organisations.cost_centre_missing']);
    const { answer } = await published({ costCentre: 'IT-4', budget: inr(100_000) });
    expect(answer.status).toBe(204);
  });
});

describe('a hire', () => {
  const signature = 'Layla Haddad';

  async function proposed(jobId: string) {
    const provider = await known(app, 'Amira Hassan', ['provider']);
    const sent = await provider.post(`/api/jobs/${jobId}/proposals`, clinicProposal);
    const proposalId = String(sent.body['id']);
    const offer = () =>
      hirer.post('/api/contracts', { proposalId, milestones: twoMilestones, signature });
    return { provider, offer };
  }

  async function signed(provider: Known, contractId: string) {
    await provider.post(`/api/contracts/${contractId}/accept`, { signature: provider.name });
    await app.settle();
  }

  it('above a limit is asked for when it is offered, and offered again once it is granted', async () => {
    await limits(limitOf('hire', 50_000));
    const { id } = await published();
    const { offer } = await proposed(id);
    expect(outcome(await offer())).toEqual([409, 'organisations.approval_asked']);
    expect(outcome(await offer())).toEqual([409, 'organisations.approval_asked']);
    await app.settle();
    expect(await mails('org_spending_asked')).toEqual([finance.id]);
    await decided(finance, 'approve');
    const { status, body } = await offer();
    expect(status).toBe(201);
    const contract = await hirer.get(`/api/contracts/${String(body['id'])}`);
    expect(contract.body).toMatchObject({ purchaseOrder: 'NW-2207' });
  });

  it('for a job of this size that was agreed to asks nobody again', async () => {
    await limits(limitOf('job', 50_000), limitOf('hire', 50_000));
    const { id } = await published();
    await decided(finance, 'approve');
    const { offer } = await proposed(id);
    expect((await offer()).status).toBe(201);
  });

  it('is on the statement of its month as soon as money moves, with order and cost centre', async () => {
    await limits();
    const { id } = await published({ costCentre: 'IT-4' });
    const { provider, offer } = await proposed(id);
    const contractId = String((await offer()).body['id']);
    await signed(provider, contractId);
    const client = { ...app.known(hirer.id), name: signature };
    const { milestones } = (await hirer.get(`/api/contracts/${contractId}`)).body as {
      milestones: { id: string }[];
    };
    await paid(app, client, contractId, milestones[0]?.id ?? '');
    await app.settle();
    const month = new Date().toISOString().slice(0, 7);
    const { body } = await finance.get(at(`/statement?month=${month}`));
    const line = { contractId, purchaseOrder: 'NW-2207', costCentre: 'IT-4' };
    expect(body['lines']).toMatchObject([
      { ...line, kind: 'funded', amount: inr(4_000_000), fee: inr(120_000), tax: inr(21_600) },
    ]);
    expect(body['totals']).toMatchObject([{ funded: inr(4_000_000), fees: inr(141_600) }]);
    const csv = at(`/statement.csv?month=${month}`);
    const file = (await app.known(finance.id).bytes(csv)).toString();
    expect(file.split('\r\n')[1]).toContain('NW-2207,IT-4');
    expect((await finance.get(at('/statement?month=2020-01'))).body['lines']).toEqual([]);
  });

  it('counts for the budget of its workspace, which tells at 80 and at 100 % and stops nobody', async () => {
    await limits();
    const budget = (rupees: number) =>
      put(app, house.owner, at(`/workspaces/${house.workspaceId}`), {
        ...{ name: 'Clinics', budget: inr(rupees * 100) },
      });
    await budget(125_000);
    const hire = async () => {
      const { id } = await published();
      const { provider, offer } = await proposed(id);
      await signed(provider, String((await offer()).body['id']));
    };
    await hire();
    await hire();
    const told = await app.database.query<{ percent: string; spent: string }>(
      `select raw::jsonb -> 'data' ->> 'percent' as percent,
          raw::jsonb -> 'data' -> 'spent' ->> 'amountMinor' as spent
        from record.events where stream = $1 and type = 'BudgetReached' order by version`,
      [`organisation-${house.id}`],
    );
    expect(told).toEqual([
      { percent: '80', spent: '10000000' },
      { percent: '100', spent: '20000000' },
    ]);
    expect((await mails('org_budget')).sort()).toEqual(
      [house.owner.id, finance.id, house.owner.id, finance.id].sort(),
    );
    const { body } = await finance.get(at());
    expect(body['workspaces']).toMatchObject([{ spent: inr(20_000_000) }]);
  });
});

describe('a request that nobody decides', () => {
  it('is over after the days of the organisation, and both sides are told', async () => {
    const settings = { name: 'Nile', seats: 10, needsPurchaseOrder: false, needsCostCentre: false };
    const days = { ...settings, requestsExpireDays: 3 };
    expect((await put(app, house.owner, at(), days)).status).toBe(204);
    const { id } = await published();
    expect(await statusOf(id)).toBe('awaiting');
    await app.passDays(2.9);
    expect(await open()).toHaveLength(1);
    await app.passDays(0.2);
    expect(await open()).toEqual([]);
    expect(await statusOf(id)).toBe('draft');
    expect((await mails('org_spending_expired')).sort()).toEqual([hirer.id, finance.id].sort());
    const [request] = (await hirer.get(at('/approvals?state=expired'))).body['items'] as object[];
    expect(request).toMatchObject({ state: 'expired', may: [] });
  });

  it('is decided as before where somebody was in time', async () => {
    const { id } = await published();
    await decided(finance, 'approve');
    await app.passDays(15);
    expect(await statusOf(id)).toBe('published');
    expect(await mails('org_spending_expired')).toEqual([]);
  });
});
