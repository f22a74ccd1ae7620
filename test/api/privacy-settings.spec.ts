import { guardedParts, type Audience, type GuardedPart } from '@wire/profiles';
import { TestApp } from '../support/app';
import { inr, known, type Known } from '../support/market';

let app: TestApp;
let owner: Known;
let other: Known;
let slug = '';
beforeAll(async () => {
  app = await TestApp.start();
  owner = await known(app, 'Mara Keller', ['provider']);
  other = await known(app, 'Omar Haddad', ['client']);
  const profile = {
    headline: 'I build ledgers',
    about: 'Since 2009.',
    skills: ['rust'],
    languages: ['en', 'de'],
    hourlyRate: inr(400_000),
    avatarFileId: null,
  };
  const { body } = await owner.put('/api/profiles/me', profile);
  slug = String(body['slug']);
  await app.database.query(
    `insert into profile_figures (account_id, stars, reviews, completed_contracts)
      values ($1, 9, 2, 3)`,
    [owner.id],
  );
});
afterAll(() => app.stop());

const everybody = Object.fromEntries(guardedParts.map((part) => [part, 'public']));
const choose = (parts: Partial<Record<GuardedPart, Audience>>, searchEngines = true) =>
  owner.put('/api/profiles/me/privacy', { parts: { ...everybody, ...parts }, searchEngines });
const seenBy = async (who: Pick<Known, 'get'>) => (await who.get(`/api/profiles/${slug}`)).body;

const shown: Record<GuardedPart, object> = {
  about: { about: 'Since 2009.' },
  languages: { languages: ['en', 'de'] },
  hourlyRate: { hourlyRate: inr(400_000) },
  record: { rating: 4.5, reviews: 2, completedContracts: 3 },
};
const kept: Record<GuardedPart, object> = {
  about: { about: '' },
  languages: { languages: [] },
  hourlyRate: { hourlyRate: null },
  record: { rating: null, reviews: 0, completedContracts: 0 },
};

describe('a part of a profile', () => {
  it('is for everybody until its owner says otherwise', async () => {
    const { body } = await owner.get('/api/profiles/me/privacy');
    expect(body).toEqual({ parts: everybody, searchEngines: true });
    for (const part of guardedParts) expect(await seenBy(app.guest())).toMatchObject(shown[part]);
  });

  it.each(guardedParts)('%s may be kept from guests, or from all but its owner', async (part) => {
    expect(await choose({ [part]: 'members' })).toMatchObject({ status: 200 });
    expect(await seenBy(app.guest())).toMatchObject(kept[part]);
    expect(await seenBy(other)).toMatchObject(shown[part]);
    await choose({ [part]: 'nobody' });
    expect(await seenBy(other)).toMatchObject(kept[part]);
    expect(await seenBy(owner)).toMatchObject(shown[part]);
  });

  it('is kept in lists of people too', async () => {
    await app.database.query('update accounts set email_verified_at = now() where id = $1', [
      owner.id,
    ]);
    await choose({ hourlyRate: 'members' });
    await app.settle();
    const found = async (who: Pick<Known, 'get'>) => {
      const { body } = await who.get('/api/search/talent?skills=rust');
      return (body['items'] as { id: string; hourlyRate: unknown }[]).find(
        ({ id }) => id === owner.id,
      );
    };
    expect(await found(app.guest())).toMatchObject({ hourlyRate: null });
    expect(await found(other)).toMatchObject({ hourlyRate: inr(400_000) });
  });

  it('says to search engines to stay away when its owner wants that', async () => {
    await choose({}, false);
    expect(await seenBy(app.guest())).toMatchObject({ searchEngines: false });
    await choose({}, true);
    expect(await seenBy(app.guest())).toMatchObject({ searchEngines: true });
  });
});
