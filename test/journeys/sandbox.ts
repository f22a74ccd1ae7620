import { stack } from './stack';

export interface Mail {
  readonly id: string;
  readonly to: readonly string[];
  readonly subject: string;
  readonly text: string;
  readonly links: readonly string[];
}

interface Transfer {
  readonly amount: number;
  readonly utr: string;
}

export interface Delivery {
  readonly id: string;
  readonly event: string;
  readonly status: string;
}

/** What came before belongs to another run. */
const began = new Date().toISOString();

/** The outside world: what it received, and how it is to behave. */
export const sandbox = {
  mailsTo: (address: string) =>
    items<Mail>(`/api/mailbox?limit=100&after=${began}&to=${encodeURIComponent(address)}`),

  textsTo: (phone: string) =>
    items<{ id: string; body: string; codes: string[] }>(
      `/api/phone?to=${encodeURIComponent(phone)}`,
    ),

  /** Phones that are switched off: what is sent there is taken, and does not arrive. */
  switchOff: (unreachable: readonly string[]) =>
    send('PUT', '/api/phone/behaviour', { unreachable }),

  /** What the owner of a phone answers to a text. */
  answer: (from: string, body: string) => send('POST', '/api/phone/replies', { from, body }),

  /** What the authenticator app of the demo staff shows. */
  authenticator: () => read<{ step: number; code: string; next: string }>('/api/authenticator'),

  /** Every event of the next order comes so many times more. */
  duplicateWebhooks: (duplicate: number) => send('PUT', '/api/razorpay/behaviour', { duplicate }),

  webhooks: (event: string) => items<Delivery>(`/api/webhooks?event=${event}`),

  redeliver: (id: string) => send('POST', `/api/webhooks/${id}/redeliver`, { times: 2 }),

  passDays: (days: number) => send('POST', '/api/clock', { advanceMs: days * 86_400_000 }),

  /** How far the house is ahead of the clocks of browsers. */
  daysAhead: async () => (await read<{ offsetMs: number }>('/api/clock')).offsetMs / 86_400_000,

  putRecord: (name: string, text: string) => send('POST', '/api/names', { name, text }),

  transfers: () => items<Transfer>('/api/bank/transfers?limit=100000'),
};

const items = async <Item>(path: string): Promise<Item[]> =>
  (await read<{ items: Item[] }>(path)).items;

async function read<Body>(path: string): Promise<Body> {
  const response = await fetch(stack.sandbox + path);
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
  return (await response.json()) as Body;
}

async function send(method: 'PUT' | 'POST', path: string, body: object): Promise<unknown> {
  const response = await fetch(stack.sandbox + path, {
    method,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
  return response.json();
}
