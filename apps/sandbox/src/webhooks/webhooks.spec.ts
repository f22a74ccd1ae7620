import Razorpay from 'razorpay';
import { createWorld, pause, secrets, until, type World } from '../testing/world';
import type { Attempt, Delivery } from './delivery';

let world: World;

beforeEach(async () => {
  world = await createWorld();
});
afterEach(async () => {
  await world.stop();
});

const events = () => world.hooks.map(({ event }) => event);

async function payWith(behaviour: object): Promise<string> {
  await world.send('PUT', '/api/razorpay/behaviour', behaviour);
  return pay();
}

async function pay(): Promise<string> {
  const { id } = await world.razorpay.orders.create({
    amount: 4_141_600,
    currency: 'INR',
    payment_capture: true,
  });
  const opened = await world.form('/razorpay/v1/checkout/embedded', {
    key_id: 'rzp_test_1',
    order_id: id,
    callback_url: 'http://localhost:6299/return',
  });
  await world.form(`${opened.headers.get('location')}/pay`, { choice: 'card:success' });
  return id;
}

async function deliveries(query = ''): Promise<Delivery[]> {
  return (await world.get<{ items: Delivery[] }>(`/api/webhooks${query}`)).items;
}

it('repeats every event under the same event id when told to', async () => {
  await payWith({ duplicate: 2 });
  await until(() => world.hooks.length === 9);
  const ids = world.hooks.filter(({ event }) => event === 'order.paid').map((one) => one.eventId);
  expect(ids).toHaveLength(3);
  expect(new Set(ids).size).toBe(1);
});

it('brings later events first when told to', async () => {
  await payWith({ outOfOrder: true });
  await until(() => world.hooks.length === 3);
  expect(events()).toEqual(['order.paid', 'payment.captured', 'payment.authorized']);
});

it('behaves so for one order only', async () => {
  await payWith({ duplicate: 1 });
  await until(() => world.hooks.length === 6);
  await pay();
  await until(() => events().slice(6).includes('order.paid'));
  await pause(100);
  expect(world.hooks).toHaveLength(9);
});

it('tries again with the same event id and body until the product takes it', async () => {
  world.answers.push(503);
  await payWith({});
  await until(() => world.hooks.length === 4);
  const [first] = world.hooks;
  const again = world.hooks.filter(({ eventId }) => eventId === first?.eventId);
  expect(again).toHaveLength(2);
  expect(again[1]).toEqual(again[0]);
  const [delivery] = await deliveries('?event=payment.authorized');
  expect(delivery?.attempts.map(({ status }) => status)).toEqual([503, 200]);
  expect(delivery?.status).toBe('delivered');
});

it('loses events when told to, and sends them when asked', async () => {
  const order = await payWith({ drop: true });
  const lost = await deliveries(`?about=${order}`);
  expect(lost.map(({ status }) => status)).toEqual(['lost', 'lost', 'lost']);
  expect(world.hooks).toEqual([]);
  const { attempts } = await world.send<{ attempts: Attempt[] }>('POST', '/api/webhooks/reorder', {
    ids: lost.map(({ id }) => id),
  });
  expect(attempts.map(({ status }) => status)).toEqual([200, 200, 200]);
  expect(events()).toEqual(['order.paid', 'payment.captured', 'payment.authorized']);
});

it('sends a delivery again, so often as asked', async () => {
  await payWith({});
  await until(() => world.hooks.length === 3);
  const [paid] = await deliveries('?event=order.paid');
  await world.send('POST', `/api/webhooks/${paid!.id}/redeliver`, { times: 2 });
  expect(world.hooks.filter(({ eventId }) => eventId === paid!.eventId)).toHaveLength(3);
});

it('forges a signature that nobody should believe', async () => {
  await payWith({});
  await until(() => world.hooks.length === 3);
  const [paid] = await deliveries('?event=order.paid');
  world.answers.push(401);
  const { attempt } = await world.send<{ attempt: Attempt }>('POST', '/api/webhooks/forge', {
    deliveryId: paid!.id,
  });
  expect(attempt.status).toBe(401);
  const forged = world.hooks[3]!;
  expect(forged.body).toBe(paid!.body);
  expect(Razorpay.validateWebhookSignature(forged.body, forged.signature, secrets.webhook)).toBe(
    false,
  );
});

it('comes late when told to', async () => {
  const started = Date.now();
  await payWith({ delayMs: 300 });
  await until(() => world.hooks.length === 3);
  expect(Date.now() - started).toBeGreaterThanOrEqual(300);
});
