import { Workers } from '@kernel/workers';
import { CommandBus } from '@nestjs/cqrs';
import { randomUUIDv7 } from 'node:crypto';
import { ErasePerson } from '../../apps/api/src/people/privacy/commands/erase-person';
import { TestApp } from '../support/app';
import { known, type Known } from '../support/market';
import { PostOffice, until } from '../support/post-office';
import { callBack, Twilio, type Texted } from '../support/twilio';

const office = new PostOffice();
const twilio = new Twilio();
const american = `MG${'a'.repeat(32)}`;
let app: TestApp;
let support: Known;
let member: Known;
let last = 0;
let phone: string;

beforeAll(async () => {
  app = await TestApp.start({
    SMTP_URL: await office.open(),
    TWILIO_URL: await twilio.start(),
    TWILIO_SENDERS: `IN=GUILDH US=${american}`,
    JOB_RETRY_MS: '50',
  });
  await app.app.get(Workers).start();
  support = await known(app, 'Sana Support', ['support']);
});
afterAll(async () => {
  await app.stop();
  await twilio.stop();
  await office.close();
});
beforeEach(async () => {
  member = await known(app, 'Amira Hassan', ['provider']);
  last += 1;
  phone = `+9198123456${String(last).padStart(2, '0')}`;
});

async function arrived(to = phone): Promise<Texted> {
  await until(() => twilio.last(to) !== undefined);
  const text = twilio.last(to);
  if (!text) throw new Error(`no text to ${to}`);
  return text;
}

/** A code that proves a new phone. */
async function phoneCode(to = phone): Promise<Texted> {
  expect((await member.post('/api/accounts/phone', { phone: to })).status).toBe(202);
  return arrived(to);
}

/** A code before a risky step, to the phone that was proved. */
async function stepUpCode(): Promise<Texted> {
  await app.database.query(
    'update accounts set phone = $2, phone_verified_at = now() where id = $1',
    [member.id, phone],
  );
  await member.post('/api/accounts/step-up', { purpose: 'release' });
  return arrived();
}

type Said = Parameters<typeof callBack>[1];
async function hear(url: string, said: Said, secret?: string): Promise<number> {
  const { path, fields, headers } = callBack(url, said, secret);
  const payload = new URLSearchParams(fields).toString();
  const { status } = await app.form(path, payload, headers);
  await app.settle();
  return status;
}

type Row = Readonly<Record<string, unknown>>;
async function rows(query = ''): Promise<Row[]> {
  const { body } = await support.get(`/api/admin/texts?owner=${member.id}${query}`);
  return body['items'] as Row[];
}
async function mailed(): Promise<string[]> {
  const found = await app.database.query<{ kind: string }>(
    'select kind from mail_log where account_id = $1',
    [member.id],
  );
  return found.map(({ kind }) => kind);
}

describe('a text message', () => {
  it('is seen by staff with what became of it, and with a number that nobody can call', async () => {
    const { callback } = await phoneCode();
    await until(async () => (await rows())[0]?.['status'] === 'queued');
    expect(await hear(callback, { status: 'sent' })).toBe(204);
    expect(await hear(callback, { status: 'delivered' })).toBe(204);
    expect(await rows()).toMatchObject([
      {
        owner: { id: member.id, name: 'Amira Hassan' },
        ...{ number: `+91 ••• ${phone.slice(-2)}`, country: 'IN', purpose: 'phone' },
        ...{ status: 'delivered', errorCode: null },
      },
    ]);
    expect(JSON.stringify(await rows())).not.toContain(phone.slice(3, 10));
    expect(await rows('&status=failed')).toEqual([]);
    expect((await member.get('/api/admin/texts')).status).toBe(403);
  });

  it('stays delivered when an older word comes late', async () => {
    const { callback } = await phoneCode();
    await hear(callback, { status: 'delivered' });
    await hear(callback, { status: 'sent' });
    expect(await rows()).toMatchObject([{ status: 'delivered' }]);
  });

  it('believes nobody but Twilio about it', async () => {
    const { callback } = await phoneCode();
    expect(await hear(callback, { status: 'failed' }, 'another token')).toBe(403);
    const { path, fields, headers } = callBack(callback, { status: 'sent' });
    const bent = new URLSearchParams({ ...fields, MessageStatus: 'failed' }).toString();
    expect((await app.form(path, bent, headers)).status).toBe(403);
    const { 'x-twilio-signature': _, ...unsigned } = headers;
    expect((await app.form(path, bent, unsigned)).status).toBe(403);
    const elsewhere = path.replace(/[0-9a-f-]{36}/, member.id);
    expect((await app.form(elsewhere, bent, headers)).status).toBe(403);
    expect(await rows()).toMatchObject([{ errorCode: null }]);
    expect((await rows())[0]?.['status']).not.toBe('failed');
  });

  it('comes from the sender of its country', async () => {
    expect(await phoneCode()).toMatchObject({ sender: 'GUILDH' });
    expect(await phoneCode('+12015550123')).toMatchObject({ sender: `service ${american}` });
    expect(await phoneCode('+201001234567')).toMatchObject({ sender: '+15005550006' });
  });

  it('goes with the person it was sent to', async () => {
    await phoneCode();
    expect(await rows()).toHaveLength(1);
    await app.app.get(CommandBus).execute(new ErasePerson(member.id, randomUUIDv7(), true));
    expect(await rows()).toEqual([]);
  });
});

describe('a code that does not reach the phone', () => {
  it('goes to the proved address, and is good for what it was asked for', async () => {
    const { callback } = await stepUpCode();
    await hear(callback, { status: 'undelivered', error: 30003 });
    expect(await rows()).toMatchObject([{ status: 'undelivered', errorCode: 30003 }]);
    const [address] = await app.database.query<{ email: string }>(
      'select email from accounts where id = $1',
      [member.id],
    );
    const [mail] = await office.waitFor(address?.email ?? '', 1);
    const code = /\b\d{6}\b/.exec(mail?.text ?? '')?.[0];
    expect(code).toBe(twilio.codeTo(phone));
    const prove = (purpose: string) =>
      member.post('/api/accounts/step-up/verify', { purpose, code });
    expect((await prove('payout')).status).toBe(422);
    expect((await prove('release')).status).toBe(200);
  });

  it('goes there once, however often it is said', async () => {
    const { callback } = await stepUpCode();
    for (const status of ['failed', 'failed', 'undelivered']) await hear(callback, { status });
    expect(await mailed()).toEqual(['otp_code']);
  });

  it('goes there too when Twilio refuses the number at once', async () => {
    twilio.answers.push(400);
    await app.database.query(
      'update accounts set phone = $2, phone_verified_at = now() where id = $1',
      [member.id, phone],
    );
    await member.post('/api/accounts/step-up', { purpose: 'release' });
    await until(async () => (await rows())[0]?.['status'] === 'failed');
    expect(await rows()).toMatchObject([{ status: 'failed', errorCode: 21211 }]);
    await app.settle();
    expect(await mailed()).toEqual(['otp_code']);
  });

  it('stays unsent where it was to prove the phone itself', async () => {
    const { callback } = await phoneCode();
    await hear(callback, { status: 'undelivered', error: 30003 });
    expect(await rows()).toMatchObject([{ status: 'undelivered' }]);
    expect(await mailed()).toEqual([]);
  });

  it('stays unsent where it was the second step of a log-in', async () => {
    const { callback } = await stepUpCode();
    await app.database.query(`update texts set purpose = 'login_factor' where account_id = $1`, [
      member.id,
    ]);
    await hear(callback, { status: 'undelivered', error: 30003 });
    expect(await mailed()).toEqual([]);
  });

  it('stays unsent where the address is not proved', async () => {
    const { callback } = await stepUpCode();
    await app.database.query('update accounts set email_verified_at = null where id = $1', [
      member.id,
    ]);
    await hear(callback, { status: 'failed', error: 30008 });
    expect(await mailed()).toEqual([]);
  });
});
