import { Workers } from '@kernel/workers';
import { CommandBus } from '@nestjs/cqrs';
import { randomUUIDv7 } from 'node:crypto';
import { ErasePerson } from '../../apps/api/src/people/privacy/commands/erase-person';
import { TestApp } from '../support/app';
import { known, type Known } from '../support/market';
import { PostOffice, until } from '../support/post-office';
import { callBack, replyFrom, Twilio } from '../support/twilio';

const office = new PostOffice();
const twilio = new Twilio();
let app: TestApp;
let support: Known;
let member: Known;
let last = 0;
let phone: string;

beforeAll(async () => {
  const urls = { SMTP_URL: await office.open(), TWILIO_URL: await twilio.start() };
  app = await TestApp.start({ ...urls, JOB_RETRY_MS: '50' });
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
  phone = `+9198223456${String(last).padStart(2, '0')}`;
  await app.database.query(
    'update accounts set phone = $2, phone_verified_at = now() where id = $1',
    [member.id, phone],
  );
});

type Reply = Partial<Parameters<typeof replyFrom>[0]>;

async function reply(what: Reply, secret?: string) {
  const { path, fields, headers } = replyFrom({ from: phone, body: '', ...what }, secret);
  const payload = new URLSearchParams(fields).toString();
  const raw = await app.app.inject({ method: 'POST', url: path, payload, headers });
  await app.settle();
  return { status: raw.statusCode, type: raw.headers['content-type'], body: raw.body };
}
const silence = '<?xml version="1.0" encoding="UTF-8"?><Response/>';

/** A code before a risky step, and what became of its text. */
async function codeIsAskedFor(): Promise<Readonly<Record<string, unknown>> | undefined> {
  const before = (await rows()).length;
  await app.database.query('delete from challenges where account_id = $1', [member.id]);
  await member.post('/api/accounts/step-up', { purpose: 'release' });
  await until(
    async () => (await rows()).length > before && (await rows())[0]?.['status'] !== 'waiting',
  );
  await app.settle();
  return (await rows())[0];
}
async function rows() {
  const { body } = await support.get(`/api/admin/texts?owner=${member.id}`);
  return body['items'] as Readonly<Record<string, unknown>>[];
}
const sent = () => twilio.texts.filter(({ to }) => to === phone).length;
const isStopped = async () => (await member.get('/api/texts/settings')).body['isStopped'];
const mails = () =>
  app.database.query('select kind from mail_log where account_id = $1', [member.id]);
const told = (type: string) =>
  app.database.query<{ data: object }>(
    `select raw::json->'data' as data from record.events where type = $1 and stream = $2`,
    [type, `text-stop-${member.id}`],
  );

describe('whoever answers STOP', () => {
  it('gets no more texts: a code goes by mail, and staff sees why', async () => {
    expect(await codeIsAskedFor()).toMatchObject({ status: 'queued' });
    expect(await reply({ body: 'Stop' })).toEqual({
      status: 200,
      type: 'text/xml; charset=utf-8',
      body: silence,
    });
    expect(await isStopped()).toBe(true);
    expect(await codeIsAskedFor()).toMatchObject({ status: 'suppressed', errorCode: 21610 });
    expect(sent()).toBe(1);
    expect(await mails()).toEqual([{ kind: 'otp_code' }]);
    const { body } = await support.get(`/api/admin/texts?owner=${member.id}&status=suppressed`);
    expect(body['items']).toHaveLength(1);
  });

  it('gets them again after START', async () => {
    await codeIsAskedFor();
    await reply({ body: 'إيقاف' });
    expect(await isStopped()).toBe(true);
    expect(await reply({ body: 'start' })).toMatchObject({ status: 200, body: silence });
    expect(await isStopped()).toBe(false);
    expect(await codeIsAskedFor()).toMatchObject({ status: 'queued', errorCode: null });
    expect(sent()).toBe(2);
  });

  it('did so once, however often Twilio says it', async () => {
    await codeIsAskedFor();
    const once = { body: 'STOP', sid: `SM-${phone}` };
    await reply(once);
    await reply(once);
    await reply({ body: 'STOP' });
    expect(await told('TextsStopped')).toEqual([{ data: { accountId: member.id, by: 'reply' } }]);
    await reply({ body: 'START' });
    await reply(once);
    expect(await isStopped()).toBe(false);
    expect(await told('TextsResumed')).toHaveLength(1);
  });

  it('is known by a mark that is no number, and forgotten with who they are', async () => {
    await codeIsAskedFor();
    await reply({ body: 'STOP' });
    const stops = () => app.database.query<object>('select * from text_stops t');
    expect(await stops()).not.toEqual([]);
    const all = await app.database.query<{ t: string }>(
      `select t::text from text_stops t union all select t::text from texts t
        union all select t::text from text_replies t`,
    );
    expect(all.map(({ t }) => t).join()).not.toContain(phone.slice(4));
    await app.app.get(CommandBus).execute(new ErasePerson(member.id, randomUUIDv7(), true));
    const left = await app.database.query('select 1 from text_stops where account_id = $1', [
      member.id,
    ]);
    expect(left).toEqual([]);
  });
});

describe('an answer to a text', () => {
  it('that asks who we are is told', async () => {
    const english = await reply({ body: 'help' });
    expect(english.body).toMatch(/<Response><Message>Guildhall, .*STOP.*<\/Message><\/Response>/);
    await codeIsAskedFor();
    await app.database.query(`update accounts set locale = 'ar' where id = $1`, [member.id]);
    expect((await reply({ body: 'INFO' })).body).toContain('سوق الخدمات');
    expect(await isStopped()).toBe(false);
  });

  it('that Twilio has answered itself is obeyed and not answered again', async () => {
    expect((await reply({ body: 'hilfe', handled: 'HELP' })).body).toBe(silence);
    expect((await reply({ body: 'arrêt', handled: 'STOP' })).body).toBe(silence);
    expect(await isStopped()).toBe(true);
  });

  it('that is anything else changes nothing', async () => {
    expect(await reply({ body: 'please stop it tomorrow' })).toMatchObject({ body: silence });
    expect(await isStopped()).toBe(false);
  });

  it('is believed of nobody but Twilio', async () => {
    expect(await reply({ body: 'STOP' }, 'another token')).toMatchObject({ status: 403 });
    const { path, fields, headers } = replyFrom({ from: phone, body: 'STOP' });
    const bent = new URLSearchParams({ ...fields, From: '+919822000000' }).toString();
    expect((await app.form(path, bent, headers)).status).toBe(403);
    const whole = new URLSearchParams(fields).toString();
    const { 'x-twilio-signature': _, ...unsigned } = headers;
    expect((await app.form(path, whole, unsigned)).status).toBe(403);
    expect(await isStopped()).toBe(false);
  });
});

describe('that a number is stopped', () => {
  it('is learnt from Twilio’s refusal too, without a letter to the dead', async () => {
    twilio.answers.push(400);
    twilio.refusal = 21610;
    expect(await codeIsAskedFor()).toMatchObject({ status: 'suppressed', errorCode: 21610 });
    twilio.refusal = 21211;
    expect(await isStopped()).toBe(true);
    expect(await told('TextsStopped')).toEqual([{ data: { accountId: member.id, by: 'network' } }]);
    const { body } = await app.as(['superadmin']).get('/api/admin/queues/texts/dead');
    expect(body['items']).toEqual([]);
  });

  it('is learnt from a call-back as well', async () => {
    await codeIsAskedFor();
    const { callback } = twilio.last(phone) ?? { callback: '' };
    const { path, fields, headers } = callBack(callback, { status: 'failed', error: 21610 });
    await app.form(path, new URLSearchParams(fields).toString(), headers);
    await app.settle();
    expect(await isStopped()).toBe(true);
    expect((await rows())[0]).toMatchObject({ status: 'suppressed' });
    expect(await mails()).toEqual([{ kind: 'otp_code' }]);
  });

  it('is said where one chooses, with the number that takes START', async () => {
    const { body } = await member.get('/api/texts/settings');
    expect(body).toEqual({
      quiet: { isOn: true, from: '22:00', to: '08:00' },
      timeZone: 'Asia/Kolkata',
      isStopped: false,
      answersTo: '+15005550006',
    });
    expect((await app.guest().get('/api/texts/settings')).status).toBe(401);
  });
});
