import { createWorld, type World } from '../testing/world';
import { devRole, devToken } from './vault';

let world: World;
beforeEach(async () => (world = await createWorld()));
afterEach(() => world.stop());

async function ask(method: string, path: string, token = devToken, body?: object) {
  const answer = await fetch(`${world.url}/vault/v1/${path}`, {
    method,
    headers: { 'x-vault-token': token, ...(body && { 'content-type': 'application/json' }) },
    ...(body && { body: JSON.stringify(body) }),
  });
  return { status: answer.status, body: (await answer.json()) as Record<string, never> };
}

describe('the vault', () => {
  it('keeps every version of a secret and answers the newest', async () => {
    await ask('POST', 'secret/data/guildhall', devToken, { data: { AUTH_SECRET: 'one' } });
    await ask('POST', 'secret/data/guildhall', devToken, { data: { AUTH_SECRET: 'two' } });
    expect(await ask('GET', 'secret/data/guildhall')).toMatchObject({
      status: 200,
      body: { data: { data: { AUTH_SECRET: 'two' }, metadata: { version: 2 } } },
    });
    expect(await ask('GET', 'secret/data/guildhall?version=1')).toMatchObject({
      body: { data: { data: { AUTH_SECRET: 'one' } } },
    });
    expect(await ask('GET', 'secret/data/other')).toEqual({ status: 404, body: { errors: [] } });
  });

  it('lets nobody in without a token, and gives one for a role', async () => {
    expect(await ask('GET', 'secret/data/guildhall', 'hvs.wrong')).toEqual({
      status: 403,
      body: { errors: ['permission denied'] },
    });
    const wrong = { ...devRole, secret_id: 'x' };
    expect((await ask('POST', 'auth/approle/login', '', wrong)).status).toBe(400);
    const { body } = await ask('POST', 'auth/approle/login', '', devRole);
    const { client_token: token } = body['auth'] as unknown as { client_token: string };
    expect((await ask('GET', 'secret/data/guildhall', token)).status).toBe(404);
  });
});
