import createClient, { type Middleware } from 'openapi-fetch';
import type { paths } from './api.generated.ts';
import { patient, type Patience } from './patience.ts';
import { problemIn } from './problem.ts';

export interface Access extends Partial<Patience> {
  /** Where the marketplace answers: `https://market.example`. */
  readonly url: string;
  /** A key from Settings → API keys. It acts for its owner, within its scopes. */
  readonly key: string;
  /** Another way to the network; `fetch` of this machine when absent. */
  readonly fetch?: (request: Request) => Promise<Response>;
}

const usual: Patience = { retries: 3, timeoutMs: 20_000, mostMs: 30_000 };

/**
 * Every call that a key may make, by its path and with its types: `api.GET('/api/jobs/{id}', …)`.
 * A refusal is thrown as a Problem.
 */
export function guildhall({
  url,
  key,
  fetch = (request) => globalThis.fetch(request),
  ...own
}: Access) {
  const client = createClient<paths>({
    baseUrl: url,
    headers: { authorization: `Bearer ${key}` },
    fetch: patient(fetch, { ...usual, ...own }),
  });
  client.use(refusals);
  return client;
}

export type Guildhall = ReturnType<typeof guildhall>;

const refusals: Middleware = {
  async onResponse({ response }) {
    if (!response.ok) throw await problemIn(response);
  },
};

interface Page<Item> {
  readonly data?: { readonly items: readonly Item[]; readonly next: string | null };
}

/**
 * Everything on a list, page after page, as it is read:
 * `for await (const job of every((after) => api.GET('/api/jobs/mine', { params: { query: { after } } })))`.
 */
export async function* every<Item>(
  page: (after: string | undefined) => Promise<Page<Item>>,
): AsyncGenerator<Item, void, undefined> {
  let after: string | undefined;
  do {
    const { data } = await page(after);
    if (!data) return;
    yield* data.items;
    after = data.next ?? undefined;
  } while (after !== undefined);
}
