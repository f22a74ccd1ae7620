import { argon2Sync } from 'node:crypto';
import { TestApp, type Answer } from '../support/app';
import { Member, password } from '../support/members';

let app: TestApp;
beforeAll(async () => (app = await TestApp.start()));
afterAll(() => app.stop());

const enter = (email: string, word: string, device = ''): Promise<Answer> =>
  app
    .guest()
    .post('/api/accounts/login', { email, password: word }, { cookie: `gh_device=${device}` });

/** How long one has to wait after the fifth wrong password, the sixth and the seventh. */
async function waits(email: string, word: string): Promise<number[]> {
  const seconds: number[] = [];
  for (let i = 0; i < 4; i += 1) expect((await enter(email, 'wrong')).status).toBe(401);
  for (let i = 0; i < 3; i += 1) {
    await app.database.query('delete from rate_limits');
    expect((await enter(email, 'wrong')).status).toBe(401);
    const { body, headers } = await enter(email, word);
    expect(body).toMatchObject({ code: 'accounts.login_delayed' });
    seconds.push(Number(headers['retry-after']));
    await app.database.query('update login_failures set blocked_until = now()');
  }
  return seconds;
}

const hashOf = async ({ id }: Member): Promise<string> => {
  const [row] = await app.database.query<{ password_hash: string }>(
    'select password_hash from accounts where id = $1',
    [id],
  );
  return row?.password_hash ?? '';
};

describe('a wrong password', () => {
  it('makes the next one wait longer, and as long for an address that nobody has', async () => {
    const member = await Member.signedUp(app);
    expect(await waits(member.email, password)).toEqual([15, 30, 60]);
    expect(await waits('nobody.at.all@example.test', 'whatever')).toEqual([15, 30, 60]);
    expect(await member.facts()).toContain('LogInsFailed');
    expect((await enter(member.email, password)).status).toBe(200);
  });

  it('holds nobody up in a browser that the owner used before', async () => {
    const member = await Member.signedUp(app);
    for (let i = 0; i < 6; i += 1) await enter(member.email, 'wrong');
    expect((await enter(member.email, password, 'made-up')).status).toBe(429);
    const known = member.jar.cookies.get('gh_device');
    expect((await enter(member.email, password, known)).status).toBe(200);
  });
});

describe('a right password', () => {
  it('stays right, however many years go by', async () => {
    const member = await Member.signedUp(app);
    const { id } = member;
    await app.database.query(
      "update accounts set created_at = created_at - interval '20 years' where id = $1",
      [id],
    );
    jest.spyOn(Date, 'now').mockReturnValue(Date.now() + 20 * 31_557_600_000);
    try {
      expect((await enter(member.email, password)).status).toBe(200);
    } finally {
      jest.mocked(Date.now).mockRestore();
    }
  });

  it('has its old hash made anew while it is at hand', async () => {
    const member = await Member.signedUp(app);
    const old = { message: password, nonce: Buffer.alloc(16, 1), parallelism: 1 };
    const hash = argon2Sync('argon2id', { ...old, memory: 8_192, passes: 1, tagLength: 32 });
    const base64 = (bytes: Buffer) => bytes.toString('base64').replace(/=+$/, '');
    await app.database.query('update accounts set password_hash = $2 where id = $1', [
      member.id,
      `$argon2id$v=19$m=8192,t=1,p=1$${base64(old.nonce)}$${base64(hash)}`,
    ]);
    expect((await enter(member.email, password)).status).toBe(200);
    expect(await hashOf(member)).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect((await enter(member.email, password)).status).toBe(200);
  });
});

describe('a link in a mail', () => {
  it('leads to our own address, whatever host the request named', async () => {
    const member = await Member.signedUp(app);
    const evil = { host: 'evil.example', 'x-forwarded-host': 'evil.example' };
    await app.guest().post('/api/accounts/password/forgot', { email: member.email }, evil);
    await app.settle();
    const [row] = await app.database.query<{ link: string; about: object }>(
      `select link, about from mail_log where account_id = $1 and kind = 'password_reset'`,
      [member.id],
    );
    expect(row?.link).toBe('/reset-password');
    expect(JSON.stringify(row)).not.toContain('evil');
  });
});
