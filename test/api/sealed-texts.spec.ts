import { SubjectKeys } from '@kernel/subject-keys';
import { erased } from '@wire/privacy';
import { TestApp } from '../support/app';
import { known, type Known } from '../support/market';

let app: TestApp;
let first: Known;
let second: Known;
beforeAll(async () => {
  app = await TestApp.start();
  first = await known(app, 'Cora Lind', ['compliance']);
  second = await known(app, 'Ciro Mann', ['compliance']);
});
afterAll(() => app.stop());

describe('a sealed text', () => {
  it('is made here only: one that comes from outside is refused', async () => {
    const person = await known(app, 'Nils Holm', ['client']);
    const keys = app.app.get(SubjectKeys);
    const stolen = await keys.seal(first.id, 'the secret of somebody else');
    const profile = {
      headline: '',
      skills: [],
      languages: [],
      hourlyRate: null,
      avatarFileId: null,
    };
    const answer = await person.put('/api/profiles/me', { ...profile, about: stolen });
    expect(answer).toMatchObject({ status: 400 });
  });

  it('opens under a new installation key when the old one is still told', async () => {
    const { database } = app;
    const [now, next] = [9, 5].map((byte) => Buffer.alloc(32, byte).toString('base64'));
    const sealed = await app.app.get(SubjectKeys).seal(second.id, 'what was said');
    const rotated = new SubjectKeys(database, { now: next ?? '', before: now });
    expect(await rotated.rewrap()).toBeGreaterThan(0);
    const alone = new SubjectKeys(database, { now: next ?? '' });
    expect(await alone.open(sealed)).toBe('what was said');
    await new SubjectKeys(database, { now: now ?? '', before: next }).rewrap();
  });

  it('that somebody changed is not shown', async () => {
    const keys = app.app.get(SubjectKeys);
    const sealed = await keys.seal(second.id, 'what was said');
    expect(await keys.open(sealed)).toBe('what was said');
    const moved = sealed.replace(second.id, first.id);
    expect(await keys.open(moved)).toBe(erased);
    expect(await keys.open(`${sealed.slice(0, -4)}AAAA`)).toBe(erased);
  });
});
