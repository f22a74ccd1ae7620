import { Forgetting } from '@kernel/forgetting';
import { Belongings } from '@kernel/belongings';
import { TestApp, type Answer, type Caller } from '../support/app';
import { offerOn } from '../support/contracts';
import { known, publishedJob, sentProposal, type Known } from '../support/market';
import { Member } from '../support/members';
import { founded, joined, type House } from '../support/organisations';

let app: TestApp;
let house: House;
let client: Known;
let amira: Known;
beforeAll(async () => (app = await TestApp.start()));
beforeEach(async () => {
  await app.database.query('delete from rate_limits');
  client = await known(app, 'Noor Clinic', ['client']);
  amira = await known(app, 'Amira Hassan', ['provider'], { headline: 'Booking sites' });
  house = await founded(app, await Member.signedUp(app, ['client']));
});
afterAll(() => app.stop());

const outcome = ({ status, body }: Answer) => [status, body['code']];
const by = (member: Member): Caller => app.known(member.id, undefined, ['client']);
const opened = async (who: Caller, changes: object = {}) =>
  String((await who.post('/api/pools', { name: 'Good with clinics', ...changes })).body['id']);
const keep = (who: Caller, pool: string, provider: { id: string }, words: object = {}) =>
  who.put(`/api/pools/${pool}/providers/${provider.id}`, words);
interface Page {
  readonly items: {
    readonly provider: { readonly id: string; readonly name: string };
    readonly note: string;
    readonly worked: { readonly contracts: number; readonly stars: number | null } | null;
  }[];
  readonly tags: string[];
}
const pageOf = async (who: Caller, pool: string, query = '') =>
  (await who.get(`/api/pools/${pool}${query}`)).body as unknown as Page;
const namesIn = async (who: Caller, pool: string, query = '') =>
  (await pageOf(who, pool, query)).items.map(({ provider }) => provider.name);

/** Somebody who works for a client. */
async function hired(provider: Known, who: Known = client): Promise<string> {
  const proposal = await sentProposal(provider, await publishedJob(who));
  const contractId = String((await offerOn(proposal, who)).body['id']);
  await provider.post(`/api/contracts/${contractId}/accept`, { signature: provider.name });
  await app.settle();
  return contractId;
}

describe('a pool of a client', () => {
  it('keeps providers with a note and tags, and is nobody else’s', async () => {
    const pool = await opened(client);
    expect((await keep(client, pool, amira, { note: 'Fast', tags: ['arabic'] })).status).toBe(204);
    expect(await pageOf(client, pool)).toMatchObject({
      ...{ name: 'Good with clinics', sharing: 'own', entries: 1, tags: ['arabic'] },
      items: [{ provider: { id: amira.id }, note: 'Fast', worked: null }],
    });
    const stranger = await known(app, 'Other Client', ['client']);
    const none = [404, 'talent.not_found'];
    expect(outcome(await stranger.get(`/api/pools/${pool}`))).toEqual(none);
    expect(outcome(await stranger.delete(`/api/pools/${pool}`))).toEqual(none);
    expect(outcome(await keep(stranger, pool, amira))).toEqual(none);
    expect((await stranger.get(`/api/pools/${pool}/providers.csv`)).status).toBe(404);
    expect((await stranger.get('/api/pools')).body).toEqual({ items: [] });
    expect(outcome(await amira.get('/api/pools'))).toEqual([403, 'request.forbidden']);
  });

  it('is noted anew, left, and taken back with the same words', async () => {
    const pool = await opened(client);
    await keep(client, pool, amira, { note: 'Fast' });
    await keep(client, pool, amira, { note: 'Fast and kind' });
    const path = `/api/pools/${pool}/providers/${amira.id}`;
    expect((await client.delete(path)).status).toBe(204);
    expect((await client.delete(path)).status).toBe(204);
    expect(await namesIn(client, pool)).toEqual([]);
    await keep(client, pool, amira, { note: 'Fast and kind' });
    expect((await pageOf(client, pool)).items).toMatchObject([{ note: 'Fast and kind' }]);
  });

  it('takes providers only, and says which pools hold somebody', async () => {
    const pool = await opened(client);
    const other = await known(app, 'Other Client', ['client']);
    expect(outcome(await keep(client, pool, other))).toEqual([422, 'talent.not_a_provider']);
    await keep(client, pool, amira);
    await opened(client, { name: 'Another' });
    const { body } = await client.get(`/api/pools?providerId=${amira.id}`);
    expect(body['items']).toMatchObject([
      { name: 'Another', entries: 0, holds: false, mayChange: true },
      { name: 'Good with clinics', entries: 1, holds: true, mayChange: true },
    ]);
  });

  it('is found through, by words, tags and how the work together went', async () => {
    const pool = await opened(client);
    const bilal = await known(app, 'Bilal Rao', ['provider'], { skills: ['angular'] });
    await keep(client, pool, amira, { tags: ['arabic'] });
    await keep(client, pool, bilal, { note: 'Knows the eye clinic' });
    const contractId = await hired(amira);
    await app.database.query(
      `insert into reviews (id, contract_id, contract_title, author_id, subject_id, stars, quality,
          communication, timeliness, text, at)
        values (gen_random_uuid(), $1, 'x', $2, $3, 4, 4, 4, 4, 'Good', now())`,
      [contractId, client.id, amira.id],
    );
    expect(await namesIn(client, pool, '?q=EYE')).toEqual(['Bilal Rao']);
    expect(await namesIn(client, pool, '?q=angular')).toEqual(['Bilal Rao']);
    expect(await namesIn(client, pool, '?tag=arabic')).toEqual(['Amira Hassan']);
    expect(await namesIn(client, pool)).toEqual(['Bilal Rao', 'Amira Hassan']);
    for (const sort of ['worked', 'contracts', 'stars', 'name'])
      expect(await namesIn(client, pool, `?sort=${sort}`)).toEqual(['Amira Hassan', 'Bilal Rao']);
    const { items } = await pageOf(client, pool, '?sort=worked');
    expect(items[0]?.worked).toMatchObject({ contracts: 1, stars: 4 });
    expect(items[1]?.worked).toBeNull();
  });

  it('is a file in which no word is a formula', async () => {
    const pool = await opened(client);
    await keep(client, pool, amira, { note: '=HYPERLINK("http://x")', tags: ['+1'] });
    const file = (await client.bytes(`/api/pools/${pool}/providers.csv`)).toString();
    expect(file).toContain(`"'=HYPERLINK(""http://x"")"`);
    expect(file.split('\r\n')[1]).toMatch(/^Amira Hassan,Booking sites,IN/);
  });
});

describe('a pool of an organisation', () => {
  const ours = () => ({ organisationId: house.id });
  it('is for all of it: hirers change it, the others look', async () => {
    const owner = by(house.owner);
    const pool = await opened(owner, ours());
    const hirer = by(await joined(app, house, 'hirer'));
    const finance = by(await joined(app, house, 'finance'));
    expect((await keep(hirer, pool, amira, { note: 'Fast' })).status).toBe(204);
    expect((await pageOf(finance, pool)).items).toMatchObject([{ note: 'Fast' }]);
    expect(outcome(await keep(finance, pool, amira))).toEqual([403, 'talent.not_yours']);
    expect(outcome(await client.get(`/api/pools/${pool}`))).toEqual([404, 'talent.not_found']);
    const other = await founded(app, await Member.signedUp(app, ['client']), 'Other');
    expect(outcome(await by(other.owner).get(`/api/pools/${pool}`))).toEqual([
      404,
      'talent.not_found',
    ]);
    expect(
      outcome(await by(other.owner).post('/api/pools', { name: 'Theirs', ...ours() })),
    ).toEqual([404, 'organisations.not_found']);
  });

  it('is for one workspace when it is shared with that one alone', async () => {
    const owner = by(house.owner);
    const path = `/api/organisations/${house.id}`;
    const team = String(
      (await owner.post(`${path}/workspaces`, { name: 'Labs', budget: null })).body['id'],
    );
    const member = await joined(app, house, 'member');
    await owner.put(`${path}/members/${member.id}`, { role: 'member', workspaceId: team });
    const pool = await opened(owner, { ...ours(), workspaceId: house.workspaceId });
    expect(outcome(await by(member).get(`/api/pools/${pool}`))).toEqual([404, 'talent.not_found']);
    await owner.put(`/api/pools/${pool}`, { name: 'For labs', workspaceId: team });
    expect((await by(member).get(`/api/pools/${pool}`)).body).toMatchObject({ name: 'For labs' });
    const stranger = { name: 'X', workspaceId: client.id };
    expect(outcome(await owner.put(`/api/pools/${pool}`, stranger))).toEqual([
      404,
      'organisations.no_such_workspace',
    ]);
  });
});

describe('whoever is kept', () => {
  it('leaves every pool when they are erased, and notes go with whoever wrote them', async () => {
    const pool = await opened(client);
    const bilal = await known(app, 'Bilal Rao', ['provider']);
    await keep(client, pool, amira, { note: 'Fast' });
    await keep(client, pool, bilal, { note: 'Slow' });
    const forgetting = app.app.get(Forgetting);
    await app.database.transaction((sql) => forgetting.everywhere(sql, amira.id));
    expect(await namesIn(client, pool)).toEqual(['Bilal Rao']);
    const ours = await opened(by(house.owner), { organisationId: house.id });
    const hirer = await joined(app, house, 'hirer');
    await keep(by(hirer), ours, bilal, { note: 'Rude' });
    await app.database.transaction((sql) => forgetting.everywhere(sql, hirer.id));
    expect((await pageOf(by(house.owner), ours)).items).toMatchObject([{ note: '[[erased]]' }]);
  });

  it('reads in a copy of their data who keeps them and with which words', async () => {
    const ours = await opened(by(house.owner), { organisationId: house.id });
    await keep(by(house.owner), ours, amira, { note: 'Fast', tags: ['arabic'] });
    const told = await app.app.get(Belongings).of(app.database, amira.id);
    const talent = told.find(({ context }) => context === 'talent');
    expect(talent?.tables.find(({ name }) => name === 'keptBy')?.lines).toMatchObject([
      { organisation: 'Nile Clinics', note: 'Fast', tags: ['arabic'] },
    ]);
  });

  it('is in the record by id alone', async () => {
    const pool = await opened(client);
    await keep(client, pool, amira, { note: 'Unmistakable words' });
    const facts = await app.database.query<{ type: string }>(
      'select type from record.events where stream = $1 order by version',
      [`pool-${pool}`],
    );
    expect(facts.map(({ type }) => type)).toEqual(['PoolOpened', 'ProviderKept']);
    const said = await app.database.query(
      `select 1 from record.events where raw like '%Unmistakable%'`,
    );
    expect(said).toEqual([]);
  });
});

describe('a whole pool', () => {
  it('is invited to a job; whoever was not is named with the reason', async () => {
    const pool = await opened(client);
    const people = await Promise.all(
      ['Bilal Rao', 'Chen Li', 'Dina Aziz'].map((name) => known(app, name, ['provider'])),
    );
    const [bilal, chen, dina] = people as [Known, Known, Known];
    for (const one of [amira, ...people]) await keep(client, pool, one);
    const jobId = await publishedJob(client);
    await sentProposal(chen, jobId);
    await app.settle();
    await app.database.query(
      `insert into account_suspensions (id, account_id, reason, note, suspended_by, suspended_at)
        values (gen_random_uuid(), $1, 'fraud', '', $1, now())`,
      [dina.id],
    );
    const ask = (ids: string[], who: Caller = client) =>
      who.post(`/api/pools/${pool}/invitations`, { jobId, providerIds: ids });
    const ids = [amira, bilal, chen, dina].map(({ id }) => id);
    await ask([amira.id]);
    const { body } = await ask([...ids, client.id]);
    expect(body['invited']).toBe(1);
    const skipped = body['skipped'] as { why: string; person: { id: string } }[];
    expect(new Map(skipped.map(({ why, person }) => [person.id, why]))).toEqual(
      new Map([
        [amira.id, 'already_invited'],
        [chen.id, 'proposed'],
        [dina.id, 'suspended'],
        [client.id, 'gone'],
      ]),
    );
    await app.settle();
    const { body: inbox } = await bilal.get('/api/notifications');
    expect(inbox['items']).toMatchObject([{ kind: 'invitation', link: `/jobs/${jobId}` }]);
  });

  it('is invited to one’s own open job alone', async () => {
    const pool = await opened(client);
    await keep(client, pool, amira);
    const ask = async (jobId: string) =>
      outcome(
        await client.post(`/api/pools/${pool}/invitations`, { jobId, providerIds: [amira.id] }),
      );
    const stranger = await known(app, 'Other Client', ['client']);
    expect(await ask(await publishedJob(stranger))).toEqual([403, 'jobs.not_yours']);
    expect(await ask(pool)).toEqual([404, 'jobs.not_found']);
    const mine = await publishedJob(client);
    await client.post(`/api/jobs/${mine}/close`, { reason: 'cancelled' });
    expect(await ask(mine)).toEqual([409, 'jobs.not_open']);
  });
});
