import { createTransport, type Transporter } from 'nodemailer';
import { createWorld, type World } from '../testing/world';
import type { Mail } from './mail';

const from = 'Guildhall <no-reply@guildhall.local>';
const client = 'client@demo.guildhall.local';
let world: World;
let transport: Transporter;

beforeEach(async () => {
  world = await createWorld();
  const port = world.sandbox.mail.listeningPort;
  transport = createTransport({ host: '127.0.0.1', port, connectionTimeout: 1_000 });
});
afterEach(async () => {
  transport.close();
  await world.stop();
});

function send(to: string, subject = 'Confirm your address'): Promise<unknown> {
  const html = '<p>₹40,000 <a href="http://localhost:4200/verify?a=1&amp;b=2">Confirm</a></p>';
  const text = 'Confirm: http://localhost:4200/verify?a=1&b=2';
  return transport.sendMail({ from, to, subject, html, text, headers: { 'x-mail': 'verify' } });
}

async function mailbox(query = ''): Promise<Mail[]> {
  return (await world.get<{ items: Mail[] }>(`/api/mailbox${query}`)).items;
}

const behave = (change: object) => world.send('PUT', '/api/mailbox/behaviour', change);

it('keeps what was sent, with its words, its links and its headers', async () => {
  await send(client, 'Überweisung ✓');
  const [mail] = await mailbox(`?to=${client.toUpperCase()}`);
  expect(mail).toMatchObject({
    subject: 'Überweisung ✓',
    from: '"Guildhall" <no-reply@guildhall.local>',
    to: [client],
    links: ['http://localhost:4200/verify?a=1&b=2'],
  });
  expect(mail?.headers['x-mail']).toBe('verify');
  expect(mail?.html).toContain('₹40,000');
});

it('shows only what came after a known mail, newest first', async () => {
  for (const subject of ['one', 'two', 'three']) await send(client, subject);
  const [three, two, one] = await mailbox();
  expect([three, two, one].map((mail) => mail?.subject)).toEqual(['three', 'two', 'one']);
  const later = await mailbox(`?after=${one!.id}`);
  expect(later.map(({ subject }) => subject)).toEqual(['three', 'two']);
  expect(await mailbox('?after=forgotten')).toHaveLength(3);
  expect(await mailbox('?to=nobody@demo.guildhall.local')).toEqual([]);
});

it('bounces an address that does not exist', async () => {
  await behave({ bounce: ['Gone@demo.guildhall.local'] });
  await expect(send('gone@demo.guildhall.local')).rejects.toMatchObject({
    code: 'EENVELOPE',
    responseCode: 550,
  });
  await send(client);
  expect(await mailbox()).toHaveLength(1);
});

it('greylists so often as told, and then takes the mail', async () => {
  await behave({ greylistNext: 2 });
  await expect(send(client)).rejects.toMatchObject({ responseCode: 451 });
  await expect(send(client)).rejects.toMatchObject({ responseCode: 451 });
  await send(client);
  expect(await mailbox()).toHaveLength(1);
});

it('refuses connections while it is down, and comes back on the same port', async () => {
  await behave({ down: true });
  await expect(send(client)).rejects.toMatchObject({ code: 'ESOCKET' });
  await behave({ down: false });
  await send(client);
  expect(await mailbox()).toHaveLength(1);
});

it('thinks as long as it is told', async () => {
  await behave({ slowMs: 200 });
  const started = Date.now();
  await send(client);
  expect(Date.now() - started).toBeGreaterThanOrEqual(200);
});

it('shows the HTML where no script of it can run', async () => {
  await send(client);
  const [mail] = await mailbox();
  const response = await fetch(`${world.url}/api/mailbox/${mail!.id}/html`);
  const policy = response.headers.get('content-security-policy') ?? '';
  expect(policy).toContain("default-src 'none'");
  expect(policy).toMatch(/sandbox(?!.*allow-scripts)/);
});

it('refuses settings it does not know', async () => {
  expect(await behave({ graylist: 1 })).toMatchObject({ status: 400 });
});
