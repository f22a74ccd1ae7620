import { setTimer } from '@kernel/timers';
import { Client } from 'pg';
import { agreed, key } from '../support/approvals';
import { TestApp } from '../support/app';
import { testDatabase } from '../support/database';
import { known, type Known } from '../support/market';
import { Member } from '../support/members';

let app: TestApp;
let first: Known;
let second: Known;
let support: Known;
beforeAll(async () => {
  app = await TestApp.start();
  first = await known(app, 'Cora Lind', ['compliance']);
  second = await known(app, 'Ciro Mann', ['compliance']);
  support = await known(app, 'Sam Okafor', ['support']);
});
afterAll(() => app.stop());
beforeEach(() => app.database.query('delete from rate_limits'));

const itemsOf = ({ body }: { body: Record<string, unknown> }) =>
  body['items'] as Record<string, unknown>[];

describe('who of the staff saw my data', () => {
  const looks = async (who: Known) => itemsOf(await who.get('/api/privacy/looks'));

  it('is told by office, hour and kind, and never by name', async () => {
    const person = await known(app, 'Nadia Rahman', ['client']);
    const other = await known(app, 'Tomas Vidal', ['client']);
    await support.get(`/api/admin/accounts/${person.id}`, { 'x-purpose': 'She called about it.' });
    const [look, ...more] = await looks(person);
    expect(more).toEqual([]);
    expect(look).toMatchObject({ role: 'support', reason: 'account', asMe: false });
    expect(JSON.stringify(look)).not.toContain('Sam Okafor');
    expect(JSON.stringify(look)).not.toContain(support.id);
    expect(JSON.stringify(look)).not.toContain('She called');
    expect(await looks(other)).toEqual([]);
  });

  it('is not told while somebody is looked into, and is told afterwards', async () => {
    const person = await known(app, 'Lars Holm', ['client']);
    await support.get(`/api/admin/accounts/${person.id}`);
    expect(await looks(person)).toHaveLength(1);
    await app.database.query(
      `insert into screening_cases (id, account_id, state, strength, opened_at)
        values (gen_random_uuid(), $1, 'open', 'strong', now())`,
      [person.id],
    );
    await first.get(`/api/admin/accounts/${person.id}`);
    expect(await looks(person)).toHaveLength(1);
    await app.database.query(
      `update screening_cases set state = 'resolved' where account_id = $1`,
      [person.id],
    );
    expect(await looks(person)).toHaveLength(2);
  });
});

describe('a changed row of the staff’s log', () => {
  it('is named by the page that checks it', async () => {
    const person = await known(app, 'Rosa Lind', ['client']);
    await support.get(`/api/admin/accounts/${person.id}`);
    await support.get(`/api/admin/accounts/${person.id}?tab=again`);
    await app.settle();
    const rows = async () =>
      itemsOf(await first.get(`/api/admin/audit/log?about=${person.id}&staffId=${support.id}`));
    expect((await rows()).map(({ isIntact }) => isIntact)).toEqual([true, true]);
    const [victim] = await rows();
    const { ownerUrl } = await testDatabase();
    const owner = new Client({ connectionString: ownerUrl });
    await owner.connect();
    await owner.query('alter table staff_actions disable trigger user');
    await owner.query('update staff_actions set status = 204 where id = $1', [victim?.['id']]);
    await owner.end();
    const broken = (await rows()).filter(({ isIntact }) => isIntact === false);
    expect(broken.map(({ id }) => id)).toEqual([victim?.['id']]);
  });
});

describe('the desk of privacy', () => {
  it('shows what was asked and by when the law wants an answer', async () => {
    const person = await known(app, 'Ines Duarte', ['client']);
    await person.post('/api/privacy/exports');
    const proof = Member.proofOf(app, person.id, 'delete_account');
    await person.post('/api/privacy/deletion', {}, proof);
    const all = itemsOf(await first.get('/api/admin/privacy/requests?open=true'));
    const mine = all.filter(({ accountId }) => accountId === person.id);
    expect(mine.map(({ kind, state }) => [kind, state]).sort()).toEqual([
      ['deletion', 'scheduled'],
      ['export', 'making'],
    ]);
    const { askedAt, answerBy } = mine[0] as { askedAt: string; answerBy: string };
    expect(Date.parse(answerBy) - Date.parse(askedAt)).toBe(30 * 86_400_000);
    expect(await support.get('/api/admin/privacy/requests')).toMatchObject({ status: 403 });
    const exports = itemsOf(await first.get('/api/admin/privacy/requests?kind=export&limit=1'));
    expect(exports).toHaveLength(1);
  });

  it('lists the holds that are not lifted', async () => {
    const person = await known(app, 'Pia Novak', ['client']);
    const hold = { accountId: person.id, reason: 'litigation', note: 'A court asks.' };
    const { body } = await first.post('/api/admin/privacy/holds', hold);
    const held = itemsOf(await second.get('/api/admin/privacy/holds'));
    expect(held).toMatchObject([{ account: { name: 'Pia Novak' }, by: { name: 'Cora Lind' } }]);
    await first.post(`/api/admin/privacy/holds/${String(body['id'])}/lift`);
    expect(itemsOf(await second.get('/api/admin/privacy/holds'))).toEqual([]);
  });
});

describe('retention', () => {
  const rules = async () => itemsOf(await first.get('/api/admin/privacy/retention'));
  const ruleOf = async (kind: string) => (await rules()).find((rule) => rule['kind'] === kind);

  async function night(): Promise<void> {
    const day = new Date().toISOString().slice(0, 10);
    const timer = { kind: 'privacy-retention-nightly', key: day, dueAt: new Date().toISOString() };
    await setTimer(app.database, timer);
    await app.settle();
  }

  async function inbox(daysOld: number): Promise<number> {
    await app.database.query(
      `insert into notifications (id, account_id, kind, at, link, about)
        values (gen_random_uuid(), $1, 'welcome', now() - make_interval(days => $2), '/', '{}')`,
      [support.id, daysOld],
    );
    return daysOld;
  }
  const kept = async () =>
    (
      await app.database.query<{ days: number }>(
        `select extract(day from now() - at)::int as days from notifications
          where account_id = $1 order by at`,
        [support.id],
      )
    ).map(({ days }) => days);

  it('says of every category how long, on what ground, and what happens then', async () => {
    expect(await ruleOf('anti_money_laundering')).toMatchObject({
      ...{ years: 5, basis: 'law', action: 'erase', lastRun: null },
    });
    expect(await ruleOf('staff_log')).toMatchObject({ action: 'keep' });
  });

  it('is changed by two people, and applied in the night that follows', async () => {
    await inbox(3 * 365);
    await inbox(400);
    await inbox(1);
    const wish = { kind: 'notices', years: 1, reason: 'Two years are more than anybody needs.' };
    const { body } = await first.post('/api/admin/privacy/retention', wish, key());
    await app.settle();
    expect(await ruleOf('notices')).toMatchObject({ years: 2, version: 1 });
    expect(await agreed(app, second, String(body['approvalId']))).toBe('executed');
    expect(await ruleOf('notices')).toMatchObject({ years: 1, version: 2 });
    await night();
    expect(await kept()).toEqual([1]);
    expect(await ruleOf('notices')).toMatchObject({ lastRun: { gone: 2 } });
    const unknown = { ...wish, kind: 'nonsense' };
    expect(await first.post('/api/admin/privacy/retention', unknown, key())).toMatchObject({
      body: { code: 'privacy.no_such_rule' },
    });
  });
});
