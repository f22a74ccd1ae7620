import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import twilio from 'twilio';
import { createWorld, until, type World } from '../testing/world';

const sid = 'AC' + '1'.repeat(32);
const token = 'twilio-token-for-tests';
const from = '+15005550006';
let world: World;

beforeEach(async () => {
  world = await createWorld();
});
afterEach(async () => {
  await world.stop();
});

/** The SDK's own client, sent to another address. */
class ToSandbox extends twilio.RequestClient {
  override request<T>(options: Parameters<twilio.RequestClient['request']>[0]) {
    const uri = options.uri.replace('https://api.twilio.com', `${world.url}/twilio`);
    return super.request<T>({ ...options, uri } as never);
  }
}

const sdk = (secret = token) => twilio(sid, secret, { httpClient: new ToSandbox() });

interface Item {
  to: string;
  body: string;
  status: string;
  codes: string[];
}
const texts = async () => (await world.get<{ items: Item[] }>('/api/phone')).items;

it('takes a message from the SDK and shows the code in it', async () => {
  const body = 'Your Guildhall code is 482913. It is valid for 10 minutes.';
  const message = await sdk().messages.create({ to: '+919876543210', from, body });
  expect(message).toMatchObject({ status: 'queued', accountSid: sid, numSegments: '1' });
  expect(message.dateCreated).toBeInstanceOf(Date);
  expect(await texts()).toMatchObject([{ to: '+919876543210', codes: ['482913'] }]);
  expect((await sdk().messages(message.sid).fetch()).body).toBe(body);
});

it.each([
  ['a receiver that is no number', { to: 'nobody', from }, 21211],
  ['no receiver', { to: '', from }, 21604],
  ['a sender that is not ours', { to: '+919876543210', from: '+15005550007' }, 21606],
  ['a receiver who unsubscribed', { to: '+15005550004', from }, 21610],
])('refuses %s with the code of Twilio', async (_what, fields, code) => {
  const sending = sdk().messages.create({ ...fields, body: 'x' });
  await expect(sending).rejects.toMatchObject({ status: 400, code });
  expect(await texts()).toEqual([]);
});

it('refuses a wrong token', async () => {
  const sending = sdk('wrong').messages.create({ to: '+919876543210', from, body: 'x' });
  await expect(sending).rejects.toMatchObject({ status: 401, code: 20003 });
});

describe('an answer from a phone', () => {
  const phone = '+919876543210';
  interface Heard {
    fields: Record<string, string>;
    valid: boolean;
  }
  const heard: Heard[] = [];
  let says: string;
  let product: ReturnType<typeof createServer>;

  beforeEach(async () => {
    heard.length = 0;
    says = '<Response/>';
    product = createServer((request, response) => {
      let raw = '';
      request.on('data', (chunk: Buffer) => (raw += chunk.toString()));
      request.on('end', () => {
        const fields = Object.fromEntries(new URLSearchParams(raw));
        const signature = String(request.headers['x-twilio-signature']);
        heard.push({ fields, valid: twilio.validateRequest(token, signature, target(), fields) });
        response.end(says);
      });
    });
    await new Promise<void>((resolve) => product.listen(0, '127.0.0.1', resolve));
    await world.stop();
    world = await createWorld(':memory:', { TWILIO_REPLIES_TARGET: target() });
  });
  afterEach(() => product.close());

  const target = () =>
    `http://127.0.0.1:${(product.address() as AddressInfo).port}/api/texts/replies`;
  const reply = (body: string) =>
    world.send<object>('POST', '/api/phone/replies', { from: phone, body });
  const send = () => sdk().messages.create({ to: phone, from, body: 'x' });

  it('goes to the product with a signature that the SDK believes', async () => {
    await send();
    expect(await reply('Thank you')).toMatchObject({ status: 200, answer: null });
    expect(heard).toMatchObject([
      { valid: true, fields: { From: phone, To: from, Body: 'Thank you', NumMedia: '0' } },
    ]);
    expect((await send()).status).toBe('queued');
  });

  it('ends messages with STOP and begins them with START', async () => {
    await reply('stop');
    await expect(send()).rejects.toMatchObject({ status: 400, code: 21610 });
    await reply('START');
    expect((await send()).status).toBe('queued');
  });

  it('is answered with the words of the TwiML', async () => {
    says = '<?xml version="1.0"?><Response><Message>We &amp; you</Message></Response>';
    expect(await reply('HELP')).toMatchObject({ answer: 'We & you' });
    expect(await texts()).toMatchObject([{ to: phone, body: 'We & you' }, { to: from }]);
  });
});

interface Call {
  status: string;
  error: string | undefined;
  valid: boolean;
}

/** The product, which checks with the SDK who is calling. */
async function listenForCalls(calls: Call[]): Promise<{ url: string; close: () => void }> {
  const product = createServer((request, response) => {
    let raw = '';
    request.on('data', (chunk: Buffer) => (raw += chunk.toString()));
    request.on('end', () => {
      const fields = Object.fromEntries(new URLSearchParams(raw));
      const signature = String(request.headers['x-twilio-signature']);
      const valid = twilio.validateRequest(token, signature, url, fields);
      calls.push({ status: fields['MessageStatus'] ?? '', error: fields['ErrorCode'], valid });
      response.end();
    });
  });
  await new Promise<void>((resolve) => product.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(product.address() as AddressInfo).port}/status?a=1`;
  return { url, close: () => product.close() };
}

async function sendAndListen(to = '+919876543210'): Promise<Call[]> {
  const calls: Call[] = [];
  const product = await listenForCalls(calls);
  const message = { to, from, body: 'x', statusCallback: product.url };
  await sdk().messages.create(message);
  await until(() => calls.length === 2);
  product.close();
  return calls;
}

it('calls back with a signature that the SDK believes', async () => {
  expect(await sendAndListen()).toEqual([
    { status: 'sent', error: undefined, valid: true },
    { status: 'delivered', error: undefined, valid: true },
  ]);
});

it.each([
  ['+919876530003', 'undelivered', '30003'],
  ['+919876530005', 'undelivered', '30005'],
  ['+919876530006', 'undelivered', '30006'],
  ['+919876530008', 'failed', '30008'],
])('to %s is %s, with the code at the end of the number', async (to, status, error) => {
  const [, last] = await sendAndListen(to);
  expect(last).toEqual({ status, error, valid: true });
});

it('does not reach a phone that is switched off, and says so', async () => {
  await world.send('PUT', '/api/phone/behaviour', { unreachable: ['+919876543210'] });
  const [, last] = await sendAndListen();
  expect(last).toEqual({ status: 'undelivered', error: '30003', valid: true });
  const [message] = await sdk().messages.list({ to: '+919876543210', limit: 1 });
  expect(message).toMatchObject({ status: 'undelivered', errorCode: 30003 });
});
