import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gather } from './secrets';

const names = ['AUTH_SECRET', 'FILES_SECRET'];
let folder: string;
let vault: Server | undefined;
beforeEach(async () => (folder = await mkdtemp(join(tmpdir(), 'guildhall-secrets-'))));
afterEach(async () => {
  vault?.close();
  vault = undefined;
  await rm(folder, { recursive: true });
});

const file = async (name: string, text: string) => {
  await writeFile(join(folder, name), text);
  return join(folder, name);
};

/** The part of Vault's HTTP API that is used, with one role, one token and one secret. */
async function vaultWith(secret: object): Promise<string> {
  vault = createServer((request, response) => {
    const answer = (status: number, body: object) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    let sent = '';
    request.on('data', (chunk: Buffer) => (sent += chunk.toString()));
    request.on('end', () => {
      if (request.url === '/v1/auth/approle/login') {
        const isKnown = sent === JSON.stringify({ role_id: 'role', secret_id: 'once' });
        answer(
          isKnown ? 200 : 400,
          isKnown ? { auth: { client_token: 'hvs.token' } } : { errors: [] },
        );
      } else if (request.headers['x-vault-token'] !== 'hvs.token') answer(403, { errors: [] });
      else if (request.url !== '/v1/secret/data/guildhall') answer(404, { errors: [] });
      else {
        const metadata = { created_time: '2026-01-02T03:04:05Z', version: 7 };
        answer(200, { data: { data: secret, metadata } });
      }
    });
  });
  await new Promise<void>((done) => vault?.listen(0, '127.0.0.1', done));
  return `http://127.0.0.1:${String((vault.address() as AddressInfo).port)}`;
}

describe('a secret', () => {
  it('comes from a file, without the line break that ends it', async () => {
    const path = await file('auth', 'from a file\n');
    const { environment, origins } = await gather({ AUTH_SECRET_FILE: path }, names);
    expect(environment['AUTH_SECRET']).toBe('from a file');
    expect(origins['AUTH_SECRET']).toMatchObject({ source: 'file', version: null });
  });

  it('comes from a Vault, by a token or by a role, and only when it is one of ours', async () => {
    const address = await vaultWith({ AUTH_SECRET: 'from the vault', NODE_OPTIONS: '--inspect' });
    const ways = [
      { VAULT_TOKEN: 'hvs.token' },
      { VAULT_TOKEN_FILE: await file('token', 'hvs.token\n') },
      { VAULT_ROLE_ID: 'role', VAULT_SECRET_ID: 'once' },
    ];
    for (const way of ways) {
      const { environment, origins } = await gather({ VAULT_ADDR: address, ...way }, names);
      expect(environment['AUTH_SECRET']).toBe('from the vault');
      expect(environment['NODE_OPTIONS']).toBeUndefined();
      expect(origins).toEqual({
        AUTH_SECRET: { source: 'vault', since: '2026-01-02T03:04:05Z', version: 7 },
        ...(way.VAULT_TOKEN_FILE && {
          VAULT_TOKEN: expect.objectContaining({ source: 'file' }) as object,
        }),
      });
    }
  });

  it('that is given twice is refused: nobody would know which one is in use', async () => {
    const path = await file('auth', 'from a file');
    const twice = gather({ AUTH_SECRET: 'plain', AUTH_SECRET_FILE: path }, names);
    await expect(twice).rejects.toThrow('AUTH_SECRET comes from the environment and from file');
    const address = await vaultWith({ AUTH_SECRET: 'from the vault' });
    const both = { VAULT_ADDR: address, VAULT_TOKEN: 'hvs.token', AUTH_SECRET_FILE: path };
    await expect(gather(both, names)).rejects.toThrow('AUTH_SECRET comes from file and from vault');
  });

  it('that cannot be had ends the start with a sentence, and without the secret', async () => {
    const missing = gather({ AUTH_SECRET_FILE: join(folder, 'none') }, names);
    await expect(missing).rejects.toThrow('AUTH_SECRET_FILE cannot be read');
    const address = await vaultWith({});
    const refused = gather({ VAULT_ADDR: address, VAULT_TOKEN: 'wrong' }, names);
    await expect(refused).rejects.toThrow('The Vault answered 403 to /v1/secret/data/guildhall.');
    await expect(gather({ VAULT_ADDR: address }, names)).rejects.toThrow('VAULT_ADDR needs');
    const away = gather({ VAULT_ADDR: 'http://127.0.0.1:9', VAULT_TOKEN: 'hvs.token' }, names);
    await expect(away).rejects.toThrow('does not answer');
  });
});
