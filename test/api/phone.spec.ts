import { TestApp } from '../support/app';
import { known, type Known } from '../support/market';
import { Codes } from '../../apps/api/src/people/accounts/adapters/codes';

const phone = '+919812345678';
let app: TestApp;
let member: Known;
beforeAll(async () => {
  app = await TestApp.start();
});
afterAll(() => app.stop());
beforeEach(async () => {
  member = await known(app, 'Amira Hassan', ['provider']);
});

const ask = (number = phone) => member.post('/api/accounts/phone', { phone: number });
const prove = (code: string) => member.post('/api/accounts/phone/verify', { code });
const passSeconds = (seconds: number) =>
  app.database.query(
    `update code_locks set locked_until = locked_until - make_interval(secs => $2)
      where account_id = $1`,
    [member.id, seconds],
  );

/** The code of the newest text. */
async function codeSent(): Promise<string> {
  const [row] = await app.database.query<{ id: string }>(
    `select id from challenges where account_id = $1 order by created_at desc limit 1`,
    [member.id],
  );
  return app.app.get(Codes).codeOf(row?.id ?? '');
}
const otherThan = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, '0');

describe('a phone', () => {
  it('is proved by the code that went to it', async () => {
    expect((await ask()).status).toBe(202);
    const { status, body } = await prove(await codeSent());
    expect(status).toBe(200);
    expect(body).toMatchObject({ phone, phoneVerified: true, tier: 'T1' });
  });

  it.each(['+9112345', '+910000000000', '+12', '+999123456789', '+20100123'])(
    'is not %s, and nothing is sent there',
    async (number) => {
      const answer = await ask(number);
      expect([400, 422]).toContain(answer.status);
      expect(await codeCount()).toBe(0);
    },
  );

  it('is locked for a quarter of an hour by five wrong codes, the right one included', async () => {
    await ask();
    const code = await codeSent();
    for (let turn = 0; turn < 5; turn += 1)
      expect(await prove(otherThan(code))).toMatchObject({
        status: 422,
        body: { code: 'accounts.code_invalid' },
      });
    const locked = await prove(code);
    expect(locked).toMatchObject({ status: 429, body: { code: 'accounts.code_locked' } });
    const { retryAfterSeconds } = locked.body['facts'] as { retryAfterSeconds: number };
    expect(retryAfterSeconds).toBeGreaterThan(890);
    expect(retryAfterSeconds).toBeLessThanOrEqual(900);
    expect(locked.headers['retry-after']).toBe(String(retryAfterSeconds));
    await passSeconds(880);
    expect((await prove(code)).status).toBe(429);
    await passSeconds(20);
    expect((await prove(code)).status).toBe(200);
  });

  it('is not unlocked by asking for another code', async () => {
    await ask();
    const code = await codeSent();
    for (let turn = 0; turn < 5; turn += 1) await prove(otherThan(code));
    await ask('+919812345679');
    expect((await prove(await codeSent())).status).toBe(429);
  });

  it('is open again after four wrong codes and the right one', async () => {
    await ask();
    const code = await codeSent();
    for (let turn = 0; turn < 4; turn += 1) await prove(otherThan(code));
    expect((await prove(code)).status).toBe(200);
  });
});

async function codeCount(): Promise<number> {
  const [row] = await app.database.query<{ n: number }>(
    'select count(*)::int as n from challenges where account_id = $1',
    [member.id],
  );
  return row?.n ?? 0;
}
