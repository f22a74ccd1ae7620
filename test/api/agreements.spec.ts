import { CommandBus } from '@nestjs/cqrs';
import { OpenAccount } from '../../apps/api/src/people/accounts';
import { key } from '../support/approvals';
import { TestApp } from '../support/app';
import { inr, known, type Known } from '../support/market';
import { Member, password } from '../support/members';
import { fundedContract } from '../support/money';

let app: TestApp;
let compliance: Known;
beforeAll(async () => {
  app = await TestApp.start();
  compliance = await known(app, 'Cora Lind', ['compliance']);
});
afterAll(() => app.stop());
beforeEach(() => app.database.query('delete from rate_limits'));

const person = {
  ...{ name: 'Laila Hassan', roles: ['client' as const], country: 'EG' },
  ...{ timeZone: 'Africa/Cairo', locale: 'ar' as const },
};

const register = (email: string, more: object = {}) =>
  app.guest().post('/api/accounts', { ...person, email, password, ...more });

/** The ledger, as it is kept. */
const ledger = (email: string) =>
  app.database.query<Record<string, unknown>>(
    `select c.purpose, c.version, c.locale, c.given, c.source, c.hash = (select t.hash from consent_texts t
        where t.purpose = c.purpose and t.version = c.version and t.locale = c.locale) as "isShown"
      from consents c join accounts a on a.id = c.subject where a.email = $1 order by c.purpose`,
    [email],
  );

const line = { given: true, source: 'sign_up', isShown: true };

async function publish(purpose: string): Promise<number> {
  const words = { purpose, en: `Other words for ${purpose}.`, ar: `كلمات أخرى: ${purpose}` };
  const { body } = await compliance.post('/api/admin/privacy/texts', words);
  return Number(body['version']);
}

const due = async (who: { get: Known['get'] } | Member) =>
  ((await who.get('/api/consents')).body['agreements'] as { purpose: string; isDue: boolean }[])
    .filter(({ isDue }) => isDue)
    .map(({ purpose }) => purpose);

describe('whoever opens an account agrees to the terms and the privacy notice', () => {
  it('as their page showed them, in the transaction that opens it', async () => {
    await register('laila@market.test', { agreed: { terms: 1, privacy_notice: 1 } });
    expect(await ledger('laila@market.test')).toEqual([
      { ...line, purpose: 'privacy_notice', version: 1, locale: 'ar' },
      { ...line, purpose: 'terms', version: 1, locale: 'ar' },
    ]);
  });

  it('once: whoever is known already says nothing by trying again', async () => {
    await register('twice@market.test');
    await register('twice@market.test');
    expect(await ledger('twice@market.test')).toHaveLength(2);
  });

  it('by way of another provider as well, proved or not', async () => {
    for (const proved of [true, false]) {
      const email = `proved-${String(proved)}@market.test`;
      await app.app.get(CommandBus).execute(new OpenAccount({ ...person, email }, proved));
      expect(await ledger(email)).toMatchObject([
        { ...line, purpose: 'privacy_notice' },
        { ...line, purpose: 'terms' },
      ]);
    }
  });

  it('and to no version that never was', async () => {
    const agreed = { terms: 99, privacy_notice: 1 };
    expect(await register('future@market.test', { agreed })).toMatchObject({
      body: { code: 'consents.no_such_text' },
    });
    expect(await ledger('future@market.test')).toEqual([]);
  });
});

describe('a new version', () => {
  it('is asked about, also whoever read the older one while it came out', async () => {
    const before = await Member.signedUp(app, ['client']);
    expect(await due(before)).toEqual([]);
    const version = await publish('terms');
    expect(await due(before)).toEqual(['terms']);
    await register('late@market.test', { agreed: { terms: version - 1, privacy_notice: 1 } });
    expect(await ledger('late@market.test')).toMatchObject([
      { purpose: 'privacy_notice' },
      { purpose: 'terms', version: version - 1 },
    ]);
    await before.post('/api/consents/agreements', { purpose: 'terms', version, locale: 'en' });
    expect(await due(before)).toEqual([]);
    await publish('privacy_notice');
    expect(await due(before)).toEqual(['privacy_notice']);
  });

  it('stands in the way of no money that is under way', async () => {
    const client = await known(app, 'Noor Clinic', ['client']);
    const provider = await known(app, 'Amira Hassan', ['provider']);
    const { contractId, milestoneIds } = await fundedContract(app, client, provider);
    await publish('terms');
    expect(await due(client)).toContain('terms');
    const path = `/api/escrow/${contractId}/milestones/${milestoneIds[0] ?? ''}`;
    const done = await provider.post(`${path}/deliver`, { note: 'Done.', files: [] }, key());
    expect(done.status).toBeLessThan(300);
    const proof = { ...key(), ...Member.proofOf(app, client.id, 'release') };
    const released = await client.post(`${path}/release`, { amount: inr(1_000_000) }, proof);
    expect(released.status).toBeLessThan(300);
  });
});
