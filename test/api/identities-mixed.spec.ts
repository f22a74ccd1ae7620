import type { ProviderName } from '@wire/identities';
import type { Sandbox } from '../../apps/sandbox/src/sandbox';
import type { TestApp } from '../support/app';
import { chosenAt, withProviders } from '../support/at-provider';
import { Jar } from '../support/members';

let app: TestApp;
let sandbox: Sandbox;
beforeAll(async () => ({ app, sandbox } = await withProviders()));
afterAll(async () => {
  await app.stop();
  await sandbox.stop();
});

const who = { name: 'Noor Aziz', email: 'noor@mail.test', verified: 'true' };

/** Somebody leaves for one provider, chooses themselves there, and has not come back yet. */
async function leftFor(provider: ProviderName, jar: Jar) {
  const path = `/api/identities/${provider}/begin`;
  const begun = await app.guest().post(path, { returnTo: '/' }, jar.headers);
  jar.keep(begun);
  return chosenAt(String(begun.body['url']), who);
}
const back = (provider: ProviderName, said: object, jar: Jar) =>
  app.guest().post(`/api/identities/${provider}/finish`, said, jar.headers);

describe('an answer of one provider', () => {
  it.each<[ProviderName, ProviderName]>([
    ['google', 'linkedin'],
    ['linkedin', 'google'],
    ['google', 'facebook'],
    ['facebook', 'google'],
  ])('of %s is none of %s, whichever was left for last', async (real, other) => {
    const jar = new Jar();
    const said = await leftFor(real, jar);
    const mixed = await back(other, said, jar);
    // Before the other provider is asked anything.
    expect(mixed.body['code']).toBe('identities.attempt_ended');
    // Also where both are under way in one browser.
    const both = new Jar();
    const first = await leftFor(real, both);
    await leftFor(other, both);
    expect((await back(other, first, both)).status).toBeGreaterThanOrEqual(400);
    expect(both.isIn).toBe(false);
  });

  it('is taken where it belongs', async () => {
    const jar = new Jar();
    const said = await leftFor('google', jar);
    expect((await back('google', said, jar)).status).toBe(200);
  });
});
