import { readFile, stat } from 'node:fs/promises';
import { WrongConfiguration } from './wrong-configuration';

/** Where a value comes from: what the console shows of it, and all it ever knows. */
export interface Origin {
  readonly source: 'environment' | 'file' | 'vault';
  readonly since: string | null;
  readonly version: number | null;
}
export type Origins = Readonly<Record<string, Origin>>;

export interface Gathered {
  readonly environment: NodeJS.ProcessEnv;
  readonly origins: Origins;
}

/**
 * The environment with what files (`NAME_FILE`) and a Vault add to it, before anything is checked. A
 * name that is given twice is refused: nobody would know which of the two is in use.
 */
export async function gather(
  given: NodeJS.ProcessEnv,
  names: readonly string[],
): Promise<Gathered> {
  const environment = { ...given };
  const origins: Record<string, Origin> = {};
  const add = (name: string, value: string, origin: Origin) => {
    if (environment[name] !== undefined)
      throw new WrongConfiguration(
        `${name} comes from ${origins[name]?.source ?? 'the environment'} and from ${origin.source}. Keep one.`,
      );
    environment[name] = value;
    origins[name] = origin;
  };
  for (const name of [...names, ...ofVault]) {
    const path = given[`${name}_FILE`];
    if (path !== undefined) add(name, ...(await fromFile(name, path)));
  }
  if (environment['VAULT_ADDR'])
    for (const [name, value, origin] of await fromVault(environment, names))
      add(name, value, origin);
  return { environment, origins };
}

const ofVault = ['VAULT_TOKEN', 'VAULT_SECRET_ID'];

async function fromFile(name: string, path: string): Promise<[string, Origin]> {
  try {
    const [text, { mtime }] = await Promise.all([readFile(path, 'utf8'), stat(path)]);
    // Editors and `echo` end a file with a line break that belongs to nobody's secret.
    const value = text.replace(/\r?\n$/, '');
    return [value, { source: 'file', since: mtime.toISOString(), version: null }];
  } catch (error) {
    throw new WrongConfiguration(`${name}_FILE cannot be read: ${(error as Error).message}`);
  }
}

interface Secret {
  readonly data?: {
    readonly data?: Readonly<Record<string, unknown>>;
    readonly metadata?: { readonly created_time?: string; readonly version?: number };
  };
}

/** KV version 2: one secret whose fields have the names of the variables. */
async function fromVault(
  environment: NodeJS.ProcessEnv,
  names: readonly string[],
): Promise<[string, string, Origin][]> {
  const { VAULT_MOUNT: mount = 'secret', VAULT_PATH: path = 'guildhall' } = environment;
  const token = environment['VAULT_TOKEN'] ?? (await logIn(environment));
  const url = `/v1/${mount}/data/${path}`;
  const { data } = await ask<Secret>(environment, url, { 'x-vault-token': token });
  const { created_time: since = null, version = null } = data?.metadata ?? {};
  return Object.entries(data?.data ?? {})
    .filter(([name]) => names.includes(name))
    .map(([name, value]) => [name, String(value), { source: 'vault', since, version }]);
}

async function logIn(environment: NodeJS.ProcessEnv): Promise<string> {
  const { VAULT_ROLE_ID: role_id, VAULT_SECRET_ID: secret_id } = environment;
  if (!role_id || !secret_id)
    throw new WrongConfiguration(
      'VAULT_ADDR needs VAULT_TOKEN, or VAULT_ROLE_ID and VAULT_SECRET_ID.',
    );
  const { auth } = await ask<{ auth?: { client_token?: string } }>(
    environment,
    '/v1/auth/approle/login',
    {},
    { role_id, secret_id },
  );
  if (!auth?.client_token) throw new WrongConfiguration('The Vault let nobody in.');
  return auth.client_token;
}

const patienceMs = 10_000;

async function ask<Answer>(
  { VAULT_ADDR: address = '', VAULT_NAMESPACE: namespace }: NodeJS.ProcessEnv,
  path: string,
  headers: Readonly<Record<string, string>>,
  body?: object,
): Promise<Answer> {
  const answer = await fetch(`${address.replace(/\/$/, '')}${path}`, {
    method: body ? 'POST' : 'GET',
    headers: {
      'x-vault-request': 'true',
      ...(namespace && { 'x-vault-namespace': namespace }),
      ...headers,
    },
    signal: AbortSignal.timeout(patienceMs),
    ...(body && { body: JSON.stringify(body) }),
  }).catch((error: unknown) => {
    throw new WrongConfiguration(
      `The Vault at VAULT_ADDR does not answer: ${(error as Error).message}`,
    );
  });
  if (!answer.ok)
    throw new WrongConfiguration(`The Vault answered ${String(answer.status)} to ${path}.`);
  return (await answer.json()) as Answer;
}
