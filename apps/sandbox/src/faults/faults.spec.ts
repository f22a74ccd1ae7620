import { rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createWorld, pause, until, type World } from '../testing/world';

let world: World;

afterEach(async () => {
  await world.stop();
});

const order = { amount: 100_00, currency: 'INR', receipt: 'r-1' };
const create = () => world.razorpay.orders.create(order);
const orders = async () => (await world.razorpay.orders.all({ receipt: 'r-1' })).items;
const fault = (more: object) =>
  world.send('POST', '/api/faults', { path: '/razorpay/v1/orders', ...more });

describe('a gateway that fails', () => {
  beforeEach(async () => {
    world = await createWorld();
  });

  it('holds the connection and cuts it, and nothing was done', async () => {
    await fault({ kind: 'timeout', holdMs: 150 });
    const creating = create().catch(() => 'cut');
    expect(await Promise.race([creating, pause(80).then(() => 'silence')])).toBe('silence');
    expect(await creating).toBe('cut');
    expect(await orders()).toEqual([]);
  });

  it('does the work and loses the answer', async () => {
    await fault({ kind: 'timeout', when: 'after', holdMs: 50 });
    await expect(create()).rejects.toBeDefined();
    expect(await orders()).toHaveLength(1);
  });

  it('answers an error so often as told, and then works', async () => {
    await fault({ kind: 'error', status: 503, times: 2 });
    await expect(create()).rejects.toMatchObject({ statusCode: 503 });
    await expect(create()).rejects.toMatchObject({ statusCode: 503 });
    expect(await create()).toMatchObject({ status: 'created' });
  });

  it('does the work and answers an error', async () => {
    await fault({ kind: 'error', when: 'after', status: 500 });
    await expect(create()).rejects.toMatchObject({ statusCode: 500 });
    expect(await orders()).toHaveLength(1);
  });
});

describe('a restart', () => {
  const file = join(tmpdir(), `sandbox-${process.pid}.db`);
  afterEach(() => {
    for (const end of ['', '-wal', '-shm']) rmSync(file + end, { force: true });
  });

  it('keeps orders, the clock and what was still to happen', async () => {
    world = await createWorld(file);
    const { id } = (await create()) as { id: string };
    await world.send('POST', '/api/clock', { advanceMs: 86_400_000 });
    const opened = await world.form('/razorpay/v1/checkout/embedded', {
      key_id: 'rzp_test_1',
      order_id: id,
      callback_url: 'http://localhost:6299/return',
    });
    await world.send('PUT', '/api/razorpay/behaviour', { orderId: id, pendingMs: 400 });
    await world.form(`${opened.headers.get('location')}/pay`, { choice: 'card:pending' });
    await world.stop();

    world = await createWorld(file);
    expect(await world.get('/clock')).toMatchObject({ offsetMs: 86_400_000 });
    await until(() => world.hooks[0]?.event === 'payment.authorized');
  });

  it('can be made to forget everything', async () => {
    world = await createWorld(file);
    await create();
    await world.send('DELETE', '/api/state');
    expect(await orders()).toEqual([]);
  });
});
