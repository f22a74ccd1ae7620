import { known, type Known } from '../support/market';
import { Jar } from '../support/members';
import { TestApp } from '../support/app';

const gpc = { 'sec-gpc': '1' };

let app: TestApp;
let compliance: Known;
beforeAll(async () => {
  app = await TestApp.start();
  compliance = await known(app, 'Cora Lind', ['compliance']);
});
afterAll(() => app.stop());
beforeEach(() => app.database.query('delete from rate_limits'));

const all = (given: boolean) => ({ analytics: given, marketing: given, sale: given });
const said = (choices: object, source = 'banner') => ({ choices, source, locale: 'en' });
const given = (body: Record<string, unknown>) =>
  (body['choices'] as { purpose: string; given: boolean }[])
    .filter((one) => one.given)
    .map(({ purpose }) => purpose);

const history = async (who: Known) =>
  (await who.get('/api/consents/history')).body['items'] as Record<string, unknown>[];

describe('a guest', () => {
  it('is asked, and until then nothing is allowed and no cookie is set', async () => {
    const answer = await app.guest().get('/api/consents');
    expect(answer.body).toMatchObject({ isOpen: true });
    expect(given(answer.body)).toEqual([]);
    expect(answer.headers['set-cookie']).toBeUndefined();
    expect(await app.guest().post('/api/consents/page', { page: '/jobs/:id' })).toMatchObject({
      status: 409,
      body: { code: 'consents.needed' },
    });
  });

  it('refuses as simply as it agrees, and is not asked again', async () => {
    for (const answer of [true, false]) {
      const jar = new Jar();
      const told = await app.guest().post('/api/consents', said(all(answer)));
      jar.keep(told);
      const { body } = await app.guest().get('/api/consents', jar.headers);
      expect(body).toMatchObject({ isOpen: false });
      expect(given(body)).toHaveLength(answer ? 3 : 0);
      const seen = await app.guest().post('/api/consents/page', { page: '/' }, jar.headers);
      expect(seen.status).toBe(answer ? 204 : 409);
    }
    const [row] = await app.database.query<{ views: string }>('select views from page_views');
    expect(Number(row?.views)).toBe(1);
  });

  it('cannot pass for somebody else by a number of its own choosing that says nothing', async () => {
    const cookie = { cookie: 'gh_consent=../../etc' };
    const { body } = await app.guest().get('/api/consents', cookie);
    expect(body).toMatchObject({ isOpen: true });
  });
});

describe('a member', () => {
  it('takes back with the same request, and the ledger has both', async () => {
    const person = await known(app, 'Noor Aziz', ['client']);
    await person.post('/api/consents', said(all(true), 'settings'));
    const { body } = await person.post('/api/consents', said({ marketing: false }, 'settings'));
    expect(given(body)).toEqual(['analytics', 'sale']);
    const lines = await history(person);
    expect(lines[0]).toMatchObject({
      ...{ purpose: 'marketing', given: false, version: 1, locale: 'en', source: 'settings' },
      hash: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
      at: expect.any(String) as string,
    });
    expect(lines).toHaveLength(4);
    const facts = await app.database.query<{ type: string }>(
      'select type from record.events where stream = $1 order by version',
      [`consent-${person.id}`],
    );
    expect(facts.map(({ type }) => type).at(-1)).toBe('ConsentWithdrawn');
  });

  it('is not asked again for what the browser answered before the log-in', async () => {
    const person = await known(app, 'Leo Marin', ['client']);
    const jar = new Jar();
    jar.keep(await app.guest().post('/api/consents', said({ ...all(false), marketing: true })));
    const { body } = await person.get('/api/consents', jar.headers);
    expect(body).toMatchObject({ isOpen: false });
    expect(given(body)).toEqual(['marketing']);
    await person.post('/api/consents', said({ marketing: false }, 'settings'), jar.headers);
    expect(given((await person.get('/api/consents', jar.headers)).body)).toEqual([]);
  });

  it('is heard when the browser says no: it is withdrawn, written down once, and no click overrules it', async () => {
    const person = await known(app, 'Ida Berg', ['client']);
    await person.post('/api/consents', said(all(true), 'settings'));
    const heard = await person.post('/api/consents/signal', { locale: 'en' }, gpc);
    expect(given(heard.body)).toEqual(['marketing']);
    await person.post('/api/consents/signal', { locale: 'en' }, gpc);
    const lines = await history(person);
    expect(
      lines
        .filter(({ source }) => source === 'gpc')
        .map(({ purpose }) => purpose)
        .sort(),
    ).toEqual(['analytics', 'sale']);
    const clicked = await person.post('/api/consents', said(all(true), 'settings'), gpc);
    expect(given(clicked.body)).toEqual(['marketing']);
    const seen = await person.post('/api/consents/page', { page: '/' }, gpc);
    expect(seen.body).toMatchObject({ code: 'consents.needed' });
  });
});

describe('a text', () => {
  const texts = (words: string) => ({ purpose: 'terms', en: words, ar: 'شروط جديدة' });

  const agree = (person: Known, version: number) =>
    person.post('/api/consents/agreements', { purpose: 'terms', version, locale: 'en' });

  async function termsOf(person: Known) {
    const { body } = await person.get('/api/consents');
    const [terms] = body['agreements'] as {
      readonly version: number;
      readonly body: string;
      readonly changes: { kind: string; text: string }[];
    }[];
    return terms ?? { version: 0, body: '', changes: [] };
  }

  it('that changes is agreed to anew, with what changed word by word', async () => {
    const person = await known(app, 'Yara Saleh', ['client']);
    const { version, body: old } = await termsOf(person);
    await agree(person, version);
    expect(await termsOf(person)).toMatchObject({ isDue: false, changes: null });
    const said = texts(old.replace('true details', 'true and current details'));
    const published = await compliance.post('/api/admin/privacy/texts', said);
    expect(published).toMatchObject({ status: 200, body: { version: version + 1 } });
    const after = await termsOf(person);
    expect(after).toMatchObject({ version: version + 1, agreed: version, isDue: true });
    const { changes } = after;
    const added = changes.filter(({ kind }) => kind === 'added').map(({ text }) => text.trim());
    expect(added.join(' ')).toBe('and current');
    expect(await agree(person, version)).toMatchObject({
      body: { code: 'consents.version_past' },
    });
    await agree(person, version + 1);
    expect(await termsOf(person)).toMatchObject({ agreed: version + 1, changes: null });
  });

  it('that somebody said yes to holds for that text alone', async () => {
    const person = await known(app, 'Emil Novak', ['client']);
    await person.post('/api/consents', said(all(true), 'settings'));
    const changed = { purpose: 'marketing', en: 'At most once a week.', ar: 'مرة في الأسبوع.' };
    await compliance.post('/api/admin/privacy/texts', changed);
    const { body } = await person.get('/api/consents');
    expect(body).toMatchObject({ isOpen: true });
    expect(given(body)).toEqual(['analytics', 'sale']);
  });

  it('is published by compliance alone', async () => {
    const member = await known(app, 'Jonas Weber', ['client']);
    expect(await member.post('/api/admin/privacy/texts', texts('Ours.'))).toMatchObject({
      status: 403,
    });
  });
});
