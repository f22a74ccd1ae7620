import { RegisterAccount, ConfirmAccount } from '../../apps/api/src/people/accounts';
import { NamesOf } from '../../apps/api/src/people/profiles';
import { Facts, about } from '@kernel/facts';
import type { RegisterAccount as Input } from '@wire/accounts';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { randomUUIDv7 } from 'node:crypto';
import { TestApp, type Caller } from '../support/app';

let app: TestApp;
beforeAll(async () => (app = await TestApp.start()));
afterAll(() => app.stop());

let people = 0;
async function member(name: string): Promise<Caller> {
  const id = randomUUIDv7();
  const input: Input = {
    email: `member${String((people += 1))}@example.test`,
    password: 'correct horse battery',
    name,
    roles: ['provider'],
    country: 'EG',
    timeZone: 'Africa/Cairo',
    locale: 'ar',
  };
  await app.app.get(CommandBus).execute(new RegisterAccount(input, id));
  await app.app.get(CommandBus).execute(new ConfirmAccount(id));
  return app.as(['provider'], id);
}

const shown = {
  headline: 'Angular and PostgreSQL',
  about: 'Ten years of booking sites.',
  skills: ['angular', 'postgresql', 'Angular'],
  languages: ['ar', 'en'],
  hourlyRate: { amountMinor: '250000', currency: 'INR' },
  avatarFileId: null,
};

const tell = (category: string, id: string, type: string, data: object) =>
  app.app.get(Facts).commit(() => Promise.resolve({ told: [about(category, id, type, data)] }));

describe('names', () => {
  it('are known for every id asked for, and a stranger is nameless', async () => {
    const layla = await member('Layla Haddad');
    const stranger = randomUUIDv7();
    const names = await app.app.get(QueryBus).execute(new NamesOf([layla.id, stranger]));
    expect(names.get(layla.id)).toMatchObject({
      name: 'Layla Haddad',
      country: 'EG',
      avatarUrl: null,
    });
    expect(names.get(layla.id)?.slug).toMatch(/^layla-haddad-[0-9a-f]{6}$/);
    expect(names.get(stranger)?.name).toBe('—');
  });

  it('are given to pages for at most a hundred ids', async () => {
    const { id } = await member('ليلى حداد');
    const { body } = await app.guest().get(`/api/people?ids=${id}`);
    expect(body).toMatchObject({ items: [{ id, name: 'ليلى حداد' }] });
    expect((await app.guest().get('/api/people?ids=nobody')).status).toBe(400);
  });
});

describe('a profile', () => {
  it('says what it lacks until it is complete', async () => {
    const layla = await member('Layla Haddad');
    const before = await layla.get('/api/profiles/me');
    expect(before.body).toMatchObject({ headline: '', completeness: { percent: 0 } });
    const { status, body } = await layla.put('/api/profiles/me', shown);
    expect([status, body]).toMatchObject([
      200,
      {
        ...shown,
        skills: ['angular', 'postgresql'],
        completeness: { percent: 83, missing: ['avatar'] },
      },
    ]);
  });

  it('is public without the address, with the figures of published reviews', async () => {
    const layla = await member('Layla Haddad');
    await layla.put('/api/profiles/me', shown);
    const { slug } = (await layla.get('/api/profiles/me')).body as { slug: string };
    const contractId = randomUUIDv7();
    const review = {
      reviewId: randomUUIDv7(),
      contractId,
      authorId: randomUUIDv7(),
      subjectId: layla.id,
    };
    await tell('review', review.reviewId, 'ReviewPublished', { ...review, stars: 5 });
    await tell('review', review.reviewId, 'ReviewPublished', { ...review, stars: 4 });
    await tell('contract', contractId, 'ContractCompleted', {
      contractId,
      clientId: review.authorId,
      providerId: layla.id,
    });
    await app.settle();
    const { status, body } = await app.guest().get(`/api/profiles/${slug}`);
    expect([status, body]).toMatchObject([
      200,
      { rating: 4.5, reviews: 2, completedContracts: 1, roles: ['provider'] },
    ]);
    expect(JSON.stringify(body)).not.toContain('example.test');
  });

  it('takes no foreign file as a face and no unknown key', async () => {
    const layla = await member('Layla Haddad');
    const foreign = await layla.put('/api/profiles/me', { ...shown, avatarFileId: randomUUIDv7() });
    expect([foreign.status, foreign.body]).toMatchObject([404, { code: 'files.not_found' }]);
    expect((await layla.put('/api/profiles/me', { ...shown, rating: 5 })).status).toBe(400);
    expect((await app.guest().put('/api/profiles/me', shown)).status).toBe(401);
    expect((await app.guest().get('/api/profiles/nobody-at-all')).body).toMatchObject({
      code: 'profiles.not_found',
    });
  });
});
