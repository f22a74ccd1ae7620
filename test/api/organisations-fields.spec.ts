import { TellContracts } from '../../apps/api/src/market/contracts/queries/what-is-kept';
import { TellJobs } from '../../apps/api/src/market/jobs/queries/what-is-kept';
import { TestApp, type Answer } from '../support/app';
import { clinicJob, clinicProposal, inr, known, type Known } from '../support/market';
import { Member } from '../support/members';
import { founded, joined, put, type House } from '../support/organisations';

let app: TestApp;
let house: House;
let hirer: Member;
let provider: Known;
beforeAll(async () => {
  app = await TestApp.start();
  provider = await known(app, 'Amira Hassan', ['provider']);
});
beforeEach(async () => {
  await app.database.query('delete from rate_limits');
  house = await founded(app, await Member.signedUp(app, ['client']));
  hirer = await joined(app, house, 'hirer');
});
afterAll(() => app.stop());

interface Field {
  readonly id: string;
  readonly label: string;
  readonly archived: boolean;
}
const outcome = ({ status, body }: Answer) => [status, body['code']];
const at = (path = '') => `/api/organisations/${house.id}${path}`;
const get = (member: Member, path: string) => app.guest().get(path, member.jar.headers);

const wish = (label: string, changes: object = {}) => ({
  ...{ label, kind: 'text', options: [], required: false, asked: 'job' },
  ...changes,
});
const project = wish('Project code', { required: true });
const region = wish('Region', { kind: 'choice', options: ['Delta', 'Upper'] });
const reason = wish('Reason', { asked: 'hire', required: true });

async function fields(by = house.owner): Promise<Field[]> {
  return (await get(by, at())).body['fields'] as Field[];
}
/** The organisation asks these; answers their ids. */
async function asks(...wishes: object[]): Promise<string[]> {
  expect(await put(app, house.owner, at('/fields'), { fields: wishes })).toMatchObject({
    status: 204,
  });
  return (await fields()).map(({ id }) => id);
}

async function published(given: object[], by = hirer) {
  const { body } = await by.post('/api/jobs', { ...clinicJob, nda: false, given });
  const id = String(body['id']);
  const answer = await by.post(`/api/jobs/${id}/publish`);
  await app.settle();
  return { id, answer };
}

async function offered(jobId: string, given?: object[]) {
  const sent = await provider.post(`/api/jobs/${jobId}/proposals`, clinicProposal);
  const { name } = (await hirer.get('/api/accounts/me')).body;
  const milestones = [{ title: 'All of it', amount: inr(4_000_000), days: 10 }];
  const offer = { proposalId: sent.body['id'], milestones, signature: name };
  const send = async (more?: object[]) => {
    const answer = await hirer.post('/api/contracts', { ...offer, ...(more && { given: more }) });
    await app.settle();
    return answer;
  };
  return { send, answer: await send(given) };
}

describe('the fields of an organisation', () => {
  it('are set by who runs it, stand in their order, and are archived rather than deleted', async () => {
    const [first, second] = await asks(project, region);
    const refused = await put(app, hirer, at('/fields'), { fields: [] });
    expect(outcome(refused)).toEqual([403, 'request.forbidden']);
    const outside = await Member.signedUp(app, ['client']);
    const unseen = await put(app, outside, at('/fields'), { fields: [] });
    expect(outcome(unseen)).toEqual([403, 'request.forbidden']);
    const elsewhere = await founded(app, outside, 'Elsewhere');
    const others = await put(app, elsewhere.owner, at('/fields'), { fields: [] });
    expect(outcome(others)).toEqual([404, 'organisations.not_found']);
    await asks({ ...region, id: second }, wish('Budget line'));
    expect((await fields(hirer)).map(({ label, archived }) => [label, archived])).toEqual([
      ['Region', false],
      ['Budget line', false],
      ['Project code', true],
    ]);
    expect((await fields())[2]?.id).toBe(first);
    const { body } = await get(house.owner, at('/trail'));
    expect(JSON.stringify(body)).toContain('FieldsChanged');
  });

  it('are twenty at the most', async () => {
    const many = Array.from({ length: 21 }, (_, each) => wish(`Field ${String(each)}`));
    const refused = await put(app, house.owner, at('/fields'), { fields: many });
    expect(outcome(refused)).toEqual([400, 'request.invalid']);
    expect(await asks(...many.slice(0, 20))).toHaveLength(20);
  });
});

describe('a job for the organisation', () => {
  it('is not published with a required field empty or wrong, and the field is named', async () => {
    const [code, where] = await asks(project, region);
    const { answer } = await published([]);
    expect(outcome(answer)).toEqual([422, 'organisations.field_missing']);
    expect(answer.body['facts']).toMatchObject({ field: 'Project code' });
    const both = [
      { field: code, value: 'P-7' },
      { field: where, value: 'The moon' },
    ];
    const wrong = (await published(both)).answer;
    expect(outcome(wrong)).toEqual([422, 'organisations.field_invalid']);
    expect(wrong.body['facts']).toMatchObject({ field: 'Region' });
    expect((await published([{ field: code, value: 'P-7' }])).answer.status).toBe(204);
  });

  it('keeps what the draft was given with every save', async () => {
    const [code] = await asks(project);
    const given = [{ field: code, value: 'P-7' }];
    const { body } = await hirer.post('/api/jobs', { title: 'Half a job', given });
    const path = `/api/jobs/${String(body['id'])}`;
    expect((await hirer.get(path)).body['given']).toEqual(given);
    const draft = { title: 'Half a job', given: [{ field: code, value: 'P-8' }] };
    await put(app, hirer, `${path}/draft`, { revision: 1, draft });
    expect((await hirer.get(path)).body['given']).toMatchObject([{ value: 'P-8' }]);
  });

  it('shows what was given to the organisation alone, on every page and in no search', async () => {
    const [code] = await asks(project);
    const { id } = await published([{ field: code, value: 'Secret-Lotus-7' }]);
    expect((await get(house.owner, `/api/jobs/${id}`)).body['fields']).toMatchObject([
      { label: 'Project code', value: 'Secret-Lotus-7' },
    ]);
    const stranger = await founded(app, await Member.signedUp(app, ['client']), 'Other');
    const others = [
      await app.guest().get(`/api/jobs/${id}`),
      await provider.get(`/api/jobs/${id}`),
      await stranger.owner.get(`/api/jobs/${id}`),
      await app.as(['support']).get(`/api/jobs/${id}`),
      await app.guest().get('/api/search/jobs?q=clinics'),
      await app.guest().get('/api/search/jobs?q=Secret-Lotus-7'),
    ];
    for (const { status, body } of others) {
      expect(status).toBe(200);
      expect(JSON.stringify(body)).not.toContain('Lotus');
      expect(JSON.stringify(body)).not.toContain('Project code');
    }
    const { body } = await get(stranger.owner, `/api/jobs/ours?organisationId=${house.id}`);
    expect(body['items'] ?? []).toEqual([]);
    const told = await app.database.query(`select raw from record.events where raw like '%Lotus%'`);
    expect(told).toEqual([]);
  });

  it('keeps what was given under the label of then, whatever the fields are called later', async () => {
    const [code] = await asks(project);
    const { id } = await published([{ field: code, value: 'P-7' }]);
    await asks(wish('Cost object', { id: code }));
    await asks();
    const { body } = await hirer.get(`/api/jobs/${id}`);
    expect(body['fields']).toMatchObject([{ label: 'Project code', value: 'P-7' }]);
    expect((await published([])).answer.status).toBe(204);
  });
});

describe('a hire for the organisation', () => {
  it('is asked its own fields, and carries those of the job', async () => {
    const [code, why] = await asks(project, reason);
    const { id } = await published([{ field: code, value: '=2+3' }]);
    const { answer, send } = await offered(id);
    expect(outcome(answer)).toEqual([422, 'organisations.field_missing']);
    expect(answer.body['facts']).toMatchObject({ field: 'Reason' });
    const made = await send([{ field: why, value: 'No time ourselves' }]);
    expect(made.status).toBe(201);
    const contract = `/api/contracts/${String(made.body['id'])}`;
    const kept = [
      { label: 'Project code', value: '=2+3' },
      { label: 'Reason', value: 'No time ourselves' },
    ];
    expect((await hirer.get(contract)).body['fields']).toMatchObject(kept);
    expect((await get(house.owner, contract)).body['fields']).toMatchObject(kept);
    expect((await provider.get(contract)).body['fields']).toEqual([]);
    const staff = await app.as(['support']).get(contract.replace('/api', '/api/admin'));
    expect(staff).toMatchObject({ status: 200, body: { fields: [] } });
    expect(await copyOf(hirer.id)).toContain('No time ourselves');
    expect(await copyOf(provider.id)).not.toContain('No time ourselves');
    await inTheBooks(String(made.body['id']));
    await found(code, made.body['id'], id);
  });

  /** What somebody is given when they ask for what is kept about them. */
  async function copyOf(accountId: string): Promise<string> {
    const tables = [TellJobs, TellContracts].map((one) =>
      app.app.get<TellJobs | TellContracts>(one).tablesOf(app.database, accountId),
    );
    return JSON.stringify(await Promise.all(tables));
  }

  /** Each line of the statement has them; in the file no cell is a formula. */
  async function inTheBooks(contractId: string): Promise<void> {
    await app.database.query(
      `insert into org_statement_lines (event_id, organisation_id, contract_id, kind, at, amount,
          fee, tax, currency)
        values (gen_random_uuid(), $1, $2, 'funded', now(), 4000000, 0, 0, 'INR')`,
      [house.id, contractId],
    );
    const month = new Date().toISOString().slice(0, 7);
    const { body } = await get(house.owner, at(`/statement?month=${month}`));
    expect(body['lines']).toMatchObject([{ fields: [{ value: '=2+3' }, { label: 'Reason' }] }]);
    const server = app.app.getHttpAdapter().getInstance();
    const url = at(`/statement.csv?month=${month}`);
    const file = await server.inject({ method: 'GET', url, headers: house.owner.jar.headers });
    const [head, line] = file.payload.split('\r\n');
    expect(head).toMatch(/,currency,Project code,Reason$/);
    expect(line).toMatch(/,INR,"'=2\+3",No time ourselves$/);
  }

  /** `/org/work` finds it by a value, and nothing by another one. */
  async function found(fieldId = '', contractId: unknown, jobId: string): Promise<void> {
    const ids = async (what: string, value: string) => {
      const query = new URLSearchParams({ organisationId: house.id, fieldId, fieldValue: value });
      const { body } = await get(house.owner, `/api/${what}/ours?${query.toString()}`);
      return (body['items'] as { id: string }[]).map(({ id }) => id);
    };
    expect(await ids('contracts', '=2+3')).toEqual([contractId]);
    expect(await ids('jobs', '=2+3')).toEqual([jobId]);
    expect(await ids('contracts', '=2')).toEqual([]);
    expect(await ids('jobs', 'P-8')).toEqual([]);
  }
});
