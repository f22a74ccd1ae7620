import Razorpay from 'razorpay';
import { createWorld, pause, secrets, until, type World } from '../testing/world';

const amount = 4_141_600;
const callback = 'http://localhost:6299/api/payments/return';
let world: World;

beforeEach(async () => {
  world = await createWorld();
});
afterEach(async () => {
  await world.stop();
});

interface Order {
  id: string;
}

function newOrder(autoCapture = true): Promise<Order> {
  const order = { amount, currency: 'INR', receipt: 'escrow-1', payment_capture: autoCapture };
  return world.razorpay.orders.create(order);
}

/** The merchant's form; answers the address of the hosted page. */
async function visit(order: Order, more: Record<string, string> = {}): Promise<string> {
  const response = await world.form('/razorpay/v1/checkout/embedded', {
    key_id: 'rzp_test_1',
    order_id: order.id,
    amount: String(amount),
    name: 'Guildhall',
    'prefill[email]': 'client@demo.guildhall.local',
    callback_url: callback,
    cancel_url: 'http://localhost:6299/contracts/1',
    ...more,
  });
  return world.url + String(response.headers.get('location'));
}

async function choose(page: string, choice: string, more = {}): Promise<string> {
  const response = await world.form(`${page}/pay`, { choice, ...more });
  return world.url + String(response.headers.get('location'));
}

async function textOf(page: string): Promise<string> {
  return (await fetch(page)).text();
}

function field(html: string, name: string): string {
  return new RegExp(`name="${name}" value="([^"]+)"`).exec(html)?.[1] ?? '';
}

const events = () => world.hooks.map(({ event }) => event);

describe('a card that pays', () => {
  it('sends the customer back with a receipt that the SDK believes', async () => {
    const order = await newOrder();
    const page = await textOf(await choose(await visit(order), 'card:success'));
    expect(page).toContain(`action="${callback}"`);
    const [paymentId, signature] = [
      field(page, 'razorpay_payment_id'),
      field(page, 'razorpay_signature'),
    ];
    const signed = `${order.id}|${paymentId}`;
    expect(Razorpay.validateWebhookSignature(signed, signature, secrets.key)).toBe(true);
    const payment = await world.razorpay.payments.fetch(paymentId);
    expect(payment).toMatchObject({ status: 'captured', amount, order_id: order.id });
  });

  it('tells the product in order, with signatures over the raw bytes', async () => {
    const order = await newOrder();
    await choose(await visit(order), 'card:success');
    await until(() => world.hooks.length === 3);
    expect(events()).toEqual(['payment.authorized', 'payment.captured', 'order.paid']);
    for (const { body, signature } of world.hooks) {
      expect(Razorpay.validateWebhookSignature(body, signature, secrets.webhook)).toBe(true);
    }
  });

  it('waits for the merchant to capture, when the order does not say otherwise', async () => {
    const order = await newOrder(false);
    await choose(await visit(order), 'card:success');
    const [payment] = (await world.razorpay.orders.fetchPayments(order.id)).items;
    expect(payment?.status).toBe('authorized');
    await world.razorpay.payments.capture(payment!.id, amount, 'INR');
    expect(await world.razorpay.orders.fetch(order.id)).toMatchObject({ status: 'paid' });
    await expect(world.razorpay.payments.capture(payment!.id, amount, 'INR')).rejects.toMatchObject(
      { statusCode: 400, error: { code: 'BAD_REQUEST_ERROR' } },
    );
  });
});

describe('a card that does not simply pay', () => {
  it('is declined for lack of money, and another card may follow', async () => {
    const order = await newOrder();
    const page = await visit(order);
    const failed = await choose(page, 'card:decline');
    expect(await textOf(failed)).toContain('The payment did not go through.');
    expect(await textOf(await choose(page, 'card:success'))).toContain('razorpay_signature');
    await until(() => world.hooks.length === 4);
    expect(events()[0]).toBe('payment.failed');
    expect(await world.razorpay.orders.fetch(order.id)).toMatchObject({ attempts: 2 });
  });

  it('asks for the code of the bank before it pays (3-D Secure)', async () => {
    const bank = await choose(await visit(await newOrder()), 'card:challenge');
    expect(bank).toContain('/bank/pay_');
    const wrong = await world.form(bank, { answer: 'yes', code: '000000' });
    expect(await wrong.text()).toContain('This is not the code');
    const right = await world.form(bank, { answer: 'yes', code: '123456' });
    expect(right.headers.get('location')).toContain('/return/pay_');
  });

  it('fails when the customer declines at the bank', async () => {
    const bank = await choose(await visit(await newOrder()), 'card:challenge');
    await world.form(bank, { answer: 'no' });
    await until(() => events()[0] === 'payment.failed');
  });

  it('stays pending and pays later, without the browser', async () => {
    const order = await newOrder();
    await world.send('PUT', '/api/razorpay/behaviour', { orderId: order.id, pendingMs: 150 });
    const wait = await choose(await visit(order), 'card:pending');
    expect(await textOf(wait)).toContain('Your bank is still confirming');
    expect(events()).toEqual([]);
    await until(() => events().includes('payment.captured'));
    expect(await textOf(wait)).toContain('razorpay_signature');
  });

  it('holds the connection while the bank is silent, and then fails', async () => {
    const order = await newOrder();
    await world.send('PUT', '/api/razorpay/behaviour', { orderId: order.id, holdMs: 300 });
    const page = await visit(order);
    const started = Date.now();
    const paying = choose(page, 'card:timeout');
    expect(await Promise.race([paying, pause(200).then(() => 'silence')])).toBe('silence');
    expect(await paying).toContain('failed=pay_');
    expect(Date.now() - started).toBeGreaterThanOrEqual(300);
    await until(() => events()[0] === 'payment.failed');
  });

  it('pays although the browser never comes back', async () => {
    const lost = await choose(await visit(await newOrder()), 'card:no_return');
    expect(await textOf(lost)).not.toContain('razorpay_signature');
    await until(() => events().includes('order.paid'));
  });
});

describe('other ways to pay', () => {
  it('knows the two UPI addresses of the test mode and no other', async () => {
    const page = await visit(await newOrder());
    expect(await choose(page, 'upi:failure@razorpay')).toContain('failed=pay_');
    const unknown = await world.form(`${page}/pay`, { choice: 'upi', vpa: 'me@bank' });
    expect(await unknown.text()).toContain('Nobody has this address');
    const wait = await choose(page, 'upi:success@razorpay');
    await until(() => events().includes('order.paid'));
    expect(await textOf(wait)).toContain('razorpay_signature');
  });

  it('goes through the bank for netbanking', async () => {
    const bank = await choose(await visit(await newOrder()), 'netbanking', { bank: 'HDFC' });
    expect(await textOf(bank)).toContain('HDFC Bank');
    const yes = await world.form(bank, { answer: 'yes' });
    expect(yes.headers.get('location')).toContain('/return/pay_');
  });

  it('checks a typed card before it asks the bank', async () => {
    const page = await visit(await newOrder());
    const typed = { choice: 'enter', number: '4111 1111 1111 1112', expiry: '01/20', cvv: 'x' };
    const text = await (await world.form(`${page}/pay`, typed)).text();
    expect(text).toContain('This card number is not valid.');
    expect(text).toContain('Write a month to come as MM/YY.');
    expect(await world.razorpay.orders.fetch(await orderOn(page))).toMatchObject({ attempts: 0 });
  });
});

describe('a checkout that must not open', () => {
  it.each([
    ['a foreign key', { key_id: 'rzp_live_other' }],
    ['another amount', { amount: '100' }],
    ['an unknown order', { order_id: 'order_unknown' }],
    ['a way back that is no web address', { callback_url: 'javascript:alert(1)' }],
  ])('refuses %s', async (_what, fields) => {
    const order = await newOrder();
    const response = await world.form('/razorpay/v1/checkout/embedded', {
      key_id: 'rzp_test_1',
      order_id: order.id,
      amount: String(amount),
      callback_url: callback,
      ...fields,
    });
    expect(response.status).toBe(400);
  });
});

async function orderOn(page: string): Promise<string> {
  return /order_\w+/.exec(await textOf(page))?.[0] ?? '';
}
