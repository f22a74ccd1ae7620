import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import Razorpay from 'razorpay';
import { readSettings } from '../core/settings';
import { createSandbox, type Sandbox } from '../sandbox';

export interface Hook {
  event: string;
  eventId: string;
  signature: string;
  body: string;
}

/** A sandbox, a product that listens for its webhooks, and the SDK of the gateway. */
export interface World {
  url: string;
  sandbox: Sandbox;
  razorpay: Razorpay;
  hooks: Hook[];
  /** What the product answers to webhooks; 200 unless told otherwise. */
  answers: number[];
  get<T>(path: string): Promise<T>;
  send<T>(method: string, path: string, body?: object): Promise<T>;
  form(path: string, fields: Record<string, string>): Promise<Response>;
  stop(): Promise<void>;
}

export const secrets = { key: 'key-secret-for-tests', webhook: 'webhook-secret-for-tests' };
export const authorization = `Basic ${Buffer.from(`rzp_test_1:${secrets.key}`).toString('base64')}`;

export async function createWorld(
  store = ':memory:',
  more: Record<string, string> = {},
): Promise<World> {
  const hooks: Hook[] = [];
  const answers: number[] = [];
  const product = await listenForHooks(hooks, answers);
  const sandbox = createSandbox(
    readSettings({
      SANDBOX_PORT: '0',
      SANDBOX_SMTP_PORT: '0',
      SANDBOX_DNS_PORT: '0',
      SANDBOX_DB: store,
      RAZORPAY_KEY_ID: 'rzp_test_1',
      RAZORPAY_KEY_SECRET: secrets.key,
      RAZORPAY_WEBHOOK_SECRET: secrets.webhook,
      RAZORPAY_WEBHOOK_TARGET: `http://127.0.0.1:${(product.address() as AddressInfo).port}/hook`,
      TWILIO_ACCOUNT_SID: 'AC' + '1'.repeat(32),
      TWILIO_AUTH_TOKEN: 'twilio-token-for-tests',
      ...more,
    }),
  );
  const url = await sandbox.start();
  const razorpay = new Razorpay({ key_id: 'rzp_test_1', key_secret: secrets.key });
  pointAt(razorpay, `${url}/razorpay`);
  return {
    url,
    sandbox,
    razorpay,
    hooks,
    answers,
    ...calls(url),
    async stop() {
      await sandbox.stop();
      product.closeAllConnections();
      product.close();
    },
  };
}

/** Waits until `find` finds something; fails after two seconds. */
export async function until<T>(find: () => T | undefined | false): Promise<T> {
  for (let tries = 0; tries < 200; tries++) {
    const found = find();
    if (found !== undefined && found !== false) return found;
    await pause(10);
  }
  throw new Error('It did not happen within two seconds.');
}

export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

/** The SDK has no option for another host; its axios instance has. */
function pointAt(razorpay: Razorpay, url: string): void {
  const inner = razorpay as unknown as { api: { rq: { defaults: { baseURL: string } } } };
  inner.api.rq.defaults.baseURL = url;
}

function calls(url: string): Pick<World, 'get' | 'send' | 'form'> {
  const read = async <T>(response: Response) => {
    const text = await response.text();
    return (text ? JSON.parse(text) : undefined) as T;
  };
  return {
    get: async <T>(path: string) => read<T>(await fetch(url + path)),
    send: async <T>(method: string, path: string, body?: object) =>
      read<T>(
        await fetch(url + path, {
          method,
          ...(body ? { body: JSON.stringify(body) } : {}),
          ...(body ? { headers: { 'content-type': 'application/json' } } : {}),
        }),
      ),
    form: (path, fields) =>
      fetch(path.startsWith('http') ? path : url + path, {
        method: 'POST',
        redirect: 'manual',
        body: new URLSearchParams(fields),
      }),
  };
}

function listenForHooks(hooks: Hook[], answers: number[]): Promise<Server> {
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      const header = (name: string) => String(request.headers[name]);
      hooks.push({
        event: (JSON.parse(body) as { event: string }).event,
        eventId: header('x-razorpay-event-id'),
        signature: header('x-razorpay-signature'),
        body,
      });
      response.statusCode = answers.shift() ?? 200;
      response.end();
    });
  });
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve(server));
  });
}
