import { ConfirmAccount, RegisterAccount, StepUp } from '../../apps/api/src/people/accounts';
import { RequestContext } from '@kernel/context';
import { Jobs } from '@kernel/jobs';
import { Workers } from '@kernel/workers';
import type { RegisterAccount as Input } from '@wire/accounts';
import { CommandBus } from '@nestjs/cqrs';
import { randomUUIDv7 } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { TestApp, type Caller } from '../support/app';
import { redisServer, testRedis } from '../support/redis';
import { Twilio } from '../support/twilio';

const engines = redisServer === undefined ? ['postgres'] : ['postgres', 'redis'];

async function until(done: () => boolean | Promise<boolean>): Promise<void> {
  for (let turn = 0; turn < 200 && !(await done()); turn += 1) await pause(50);
}

describe.each(engines)('jobs on %s', (engine) => {
  const twilio = new Twilio();
  let app: TestApp;
  let phones = 0;

  beforeAll(async () => {
    const redis = engine === 'redis' ? { REDIS_URL: await testRedis() } : {};
    const address = await twilio.start();
    app = await TestApp.start({ TWILIO_URL: address, JOB_RETRY_MS: '20', ...redis });
    await app.app.get(Workers).start();
  });
  afterAll(async () => {
    await app.stop();
    await twilio.stop();
  });

  const number = () =>
    `+9198765${engine === 'redis' ? '1' : '0'}${String((phones += 1)).padStart(4, '0')}`;

  async function member(phone?: string): Promise<Caller> {
    const id = randomUUIDv7();
    const input: Input = {
      ...{ email: `${id}@example.test`, password: 'correct horse battery', name: 'Asha Rao' },
      ...{ roles: ['client'], country: 'IN', timeZone: 'Asia/Kolkata', locale: 'en' },
    };
    await app.app.get(CommandBus).execute(new RegisterAccount(input, id));
    await app.app.get(CommandBus).execute(new ConfirmAccount(id, phone));
    return app.as(['client'], id);
  }

  async function textsDead(): Promise<{ id: string; reason: string }[]> {
    const { body } = await app.as(['superadmin']).get('/api/admin/queues/texts/dead');
    return body['items'] as { id: string; reason: string }[];
  }

  /** A job whose payload names no challenge does nothing, but it is counted. */
  const addEmpty = (id: string, thenFail: boolean) =>
    app.database
      .transaction(async (sql) => {
        const challengeId = randomUUIDv7();
        await app.app.get(Jobs).add(sql, 'texts', 'code', { challengeId }, { id });
        if (thenFail) throw new Error('rolled back');
      })
      .catch(() => undefined);

  const completed = () => app.app.get(Jobs).ask('texts', (queue) => queue.getCompletedCount());
  const jobOf = (id: string) => app.app.get(Jobs).ask('texts', (queue) => queue.getJob(id));

  it('are there when their transaction is, and never when it is not', async () => {
    const [kept, lost] = [randomUUIDv7(), randomUUIDv7()];
    await addEmpty(lost, true);
    await addEmpty(kept, false);
    await until(async () => (await (await jobOf(kept))?.isCompleted()) === true);
    expect(await jobOf(kept)).toBeDefined();
    expect(await jobOf(lost)).toBeUndefined();
    expect(await app.database.query('select 1 from job_requests')).toHaveLength(0);
  });

  it('are done once when they were added twice', async () => {
    const id = randomUUIDv7();
    const before = await completed();
    await addEmpty(id, false);
    await addEmpty(id, false);
    await addEmpty(randomUUIDv7(), false);
    await until(async () => (await completed()) > before + 1);
    await pause(200);
    expect(await completed()).toBe(before + 2);
  });

  it('bring the code that proves a phone, though Twilio fails twice', async () => {
    const [asha, phone] = [await member(), number()];
    twilio.answers.push(503, 503);
    expect((await asha.post('/api/accounts/phone', { phone })).status).toBe(202);
    await until(() => twilio.codeTo(phone) !== undefined);
    const wrong = await asha.post('/api/accounts/phone/verify', { code: 'abcdef' });
    expect(wrong.status).toBe(400);
    const { body } = await asha.post('/api/accounts/phone/verify', { code: twilio.codeTo(phone) });
    expect(body).toMatchObject({ phone, phoneVerified: true, tier: 'T1' });
    expect(twilio.texts.filter(({ to }) => to === phone)).toHaveLength(1);
  });

  it('that nothing can help wait among the dead, and leave when they are replayed', async () => {
    const [asha, phone] = [await member(), number()];
    twilio.answers.push(400);
    await asha.post('/api/accounts/phone', { phone });
    await until(async () => (await textsDead()).length > 0);
    const [letter] = await textsDead();
    expect(letter?.reason).toContain('scripted');
    const path = `/api/admin/queues/texts/dead/${letter?.id ?? ''}/replay`;
    expect((await asha.post(path)).status).toBe(403);
    expect((await app.as(['superadmin']).post(path)).status).toBe(204);
    await until(() => twilio.codeTo(phone) !== undefined);
    expect(twilio.codeTo(phone)).toBeDefined();
    expect(await textsDead()).toHaveLength(0);
  });

  it('bring the code for a second look, whose token is good for one person and one purpose', async () => {
    const phone = number();
    const asha = await member(phone);
    await asha.post('/api/accounts/step-up', { purpose: 'release' });
    await until(() => twilio.codeTo(phone) !== undefined);
    const code = twilio.codeTo(phone);
    const other = await asha.post('/api/accounts/step-up/verify', { purpose: 'payout', code });
    expect(other.body).toMatchObject({ code: 'accounts.code_invalid' });
    const { body } = await asha.post('/api/accounts/step-up/verify', { purpose: 'release', code });
    const required = (purpose: 'release' | 'payout', id: string) => () => {
      const actor = { type: 'user' as const, id, roles: [] };
      app.app.get(RequestContext).run({ actor, stepUp: String(body['token']) }, () => {
        app.app.get(StepUp).require(purpose);
      });
    };
    expect(required('release', asha.id)).not.toThrow();
    expect(required('payout', asha.id)).toThrow('accounts.step_up_required');
    expect(required('release', randomUUIDv7())).toThrow('accounts.step_up_required');
    const again = await asha.post('/api/accounts/step-up/verify', { purpose: 'release', code });
    expect(again.body).toMatchObject({ code: 'accounts.code_invalid' });
  });

  it('are not needed for who has no phone: the fact brings the code by mail', async () => {
    const asha = await member();
    await asha.post('/api/accounts/step-up', { purpose: 'release' });
    await app.settle();
    const mails = await app.database.query(
      `select 1 from mail_log where account_id = $1 and kind = 'otp_code'`,
      [asha.id],
    );
    expect(mails).toHaveLength(1);
  });
});

describe('a queue that is away', () => {
  let app: TestApp;
  beforeAll(async () => (app = await TestApp.start({ REDIS_URL: 'redis://127.0.0.1:9' })));
  afterAll(() => app.stop());

  it('keeps no request waiting: jobs are noted, and the console says that it is away', async () => {
    const sql = app.database;
    const payload = { challengeId: randomUUIDv7() };
    await app.app.get(Jobs).add(sql, 'texts', 'code', payload, { id: payload.challengeId });
    const noted = await sql.query('select 1 from job_requests where id = $1', [
      payload.challengeId,
    ]);
    expect(noted).toHaveLength(1);
    const { status, headers } = await app.as(['superadmin']).get('/api/admin/queues');
    expect([status, headers['retry-after']]).toEqual([503, '2']);
    expect((await app.app.inject({ url: '/metrics' })).statusCode).toBe(200);
  });
});

if (redisServer === undefined)
  describe('LEFT OUT: jobs on Redis (redis-server is not installed)', () => {
    it('were not tried here', () => {
      process.stderr.write('\n  !!! LEFT OUT: jobs on Redis need redis-server\n');
      expect(engines).toEqual(['postgres']);
    });
  });
