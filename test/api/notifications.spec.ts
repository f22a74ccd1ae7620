import { Workers } from '@kernel/workers';
import { SubjectKeys } from '@kernel/subject-keys';
import { erased } from '@wire/privacy';
import { CommandBus } from '@nestjs/cqrs';
import { randomUUIDv7 } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { ConfirmAccount, RegisterAccount } from '../../apps/api/src/people/accounts';
import { ErasePerson } from '../../apps/api/src/people/privacy/commands/erase-person';
import { TestApp } from '../support/app';
import { PostOffice, until } from '../support/post-office';

const office = new PostOffice();
let app: TestApp;

beforeAll(async () => {
  app = await TestApp.start({ SMTP_URL: await office.open(), JOB_RETRY_MS: '50' });
  await app.app.get(Workers).start();
});
afterAll(async () => {
  await app.stop();
  await office.close();
});

async function newcomer(locale: 'en' | 'ar', email: string): Promise<string> {
  const id = randomUUIDv7();
  const input = {
    ...{ email, password: 'a long enough password', name: 'Laila Hassan', country: 'EG' },
    roles: ['provider' as const],
    timeZone: 'Africa/Cairo',
    locale,
  };
  await app.app.get(CommandBus).execute(new RegisterAccount(input, id));
  return id;
}

const to = (email: string) => office.to(email);

describe('a mail', () => {
  it('arrives once, in the language of its reader, with the code that proves the address', async () => {
    await newcomer('ar', 'laila@mail.test');
    await app.settle();
    await app.settle();
    await until(() => to('laila@mail.test').length > 0);
    await pause(300);
    const [mail, ...more] = to('laila@mail.test');
    expect(more).toEqual([]);
    expect(mail?.subject).toBe('أكّد عنوان بريدك الإلكتروني');
    expect(mail?.html).toContain('dir="rtl"');
    expect(mail?.text).toMatch(/\b\d{6}\b/);
    expect(mail?.text).toContain('http://market.test/verify-email?token=');
  });

  it('is tried again when the server says later', async () => {
    const id = await newcomer('en', 'later@mail.test');
    await app.settle();
    await until(() => to('later@mail.test').length > 0);
    office.answers.push(451);
    await app.app.get(CommandBus).execute(new ConfirmAccount(id));
    await app.settle();
    await until(() => to('later@mail.test').length > 1);
    expect(to('later@mail.test').map(({ subject }) => subject)).toEqual([
      'Confirm your e-mail address',
      'Welcome to Guildhall',
    ]);
  });

  it('reaches whoever was erased once more, without a name, and then nobody has the address', async () => {
    const id = await newcomer('ar', 'gone@mail.test');
    await app.settle();
    await until(() => to('gone@mail.test').length > 0);
    await app.app.get(CommandBus).execute(new ErasePerson(id, randomUUIDv7(), true));
    await app.settle();
    await until(() => to('gone@mail.test').length > 1);
    const [, last, ...more] = to('gone@mail.test');
    expect(more).toEqual([]);
    expect(last?.subject).toBe('لم يعد لك حساب');
    expect(`${last?.text ?? ''} ${JSON.stringify(last?.to)}`).not.toContain('Laila');
    const [row] = await app.database.query<{ about: { formerly: string } }>(
      `select about from mail_log where account_id = $1 and kind = 'account_gone'`,
      [id],
    );
    const open = () => app.app.get(SubjectKeys).open(row?.about.formerly ?? '');
    await until(async () => (await open()) === erased);
    expect(await open()).toBe(erased);
  });

  it('that is refused for good waits among the dead letters, and leaves when it is replayed', async () => {
    office.answers.push(550);
    await newcomer('en', 'refused@mail.test');
    await app.settle();
    const superadmin = app.as(['superadmin']);
    const dead = async () => {
      const { body } = await superadmin.get('/api/admin/queues/mail/dead');
      return body['items'] as { id: string; reason: string }[];
    };
    await until(async () => (await dead()).length > 0);
    const [letter] = await dead();
    expect(letter?.reason).toContain('not now');
    const replay = await superadmin.post(`/api/admin/queues/mail/dead/${letter?.id ?? ''}/replay`);
    expect(replay.status).toBe(204);
    await until(() => to('refused@mail.test').length > 0);
    expect(to('refused@mail.test')).toHaveLength(1);
    expect(await dead()).toEqual([]);
  });

  it('to whoever was erased that never leaves is given up, and nobody can open its address', async () => {
    const id = await newcomer('en', 'deaf@mail.test');
    await app.settle();
    await until(() => to('deaf@mail.test').length > 0);
    office.answers.push(550);
    await app.app.get(CommandBus).execute(new ErasePerson(id, randomUUIDv7(), true));
    await app.settle();
    await until(() => office.answers.length === 0);
    await app.passDays(7);
    const [row] = await app.database.query<{ about: { formerly: string } }>(
      `select about from mail_log where account_id = $1 and kind = 'account_gone'`,
      [id],
    );
    expect(await app.app.get(SubjectKeys).open(row?.about.formerly ?? '')).toBe(erased);
  });
});
