import type { StepUpPurpose } from '@wire/accounts';
import { randomUUID } from 'node:crypto';
import { TestApp, type Answer } from '../support/app';
import { inr } from '../support/market';
import { Member, password } from '../support/members';

let app: TestApp;
let member: Member;
beforeAll(async () => {
  app = await TestApp.start();
  member = await Member.signedUp(app);
  await app.database.query(
    `update accounts set phone = '+919876500001', phone_verified_at = now() where id = $1`,
    [member.id],
  );
});
afterAll(() => app.stop());
afterEach(() => jest.restoreAllMocks());

const bank = { holder: 'Layla Haddad', ifsc: 'HDFC0000123', number: '50100222333441' };
const wish = { amount: inr(100), bankAccountId: randomUUID() };

/** Everything that needs a second look, by what it is for. */
const risky: [purpose: StepUpPurpose, verb: 'post' | 'delete', path: string, body?: object][] = [
  ['payout', 'post', '/api/payouts', wish],
  ['bank', 'post', '/api/payouts/bank-accounts', bank],
  ['security', 'post', '/api/accounts/password', { current: password, password: 'four wet owls' }],
  ['security', 'post', '/api/accounts/email', { email: 'layla@new.example' }],
  ['security', 'post', '/api/accounts/phone', { phone: '+919876500002' }],
  ['security', 'post', '/api/factors/totp'],
  ['security', 'post', '/api/factors/totp/confirm', { code: '000000' }],
  ['security', 'delete', '/api/factors/totp'],
  ['security', 'post', '/api/factors/sms'],
  ['security', 'delete', '/api/factors/sms'],
  ['security', 'post', '/api/factors/passkeys/options'],
  ['security', 'delete', `/api/factors/passkeys/${randomUUID()}`],
  ['security', 'post', '/api/factors/recovery-codes'],
];

describe.each(risky)('for %s, %s %s', (purpose, verb, path, body) => {
  const send = (proof: object): Promise<Answer> => {
    const headers = { 'idempotency-key': randomUUID(), ...proof };
    return verb === 'post'
      ? member.post(path, body, member.jar, headers)
      : member.delete(path, member.jar, headers);
  };
  const required = { status: 403, body: { code: 'accounts.step_up_required' } };

  it('needs a look that is for it, fresh, and one’s own', async () => {
    const stranger = await Member.signedUp(app);
    const other = purpose === 'security' ? 'payout' : 'security';
    const fresh = member.proof(purpose);
    for (const proof of [{}, member.proof(other), stranger.proof(purpose), { 'x-step-up': 'x' }])
      expect(await send(proof)).toMatchObject(required);
    const now = Date.now();
    const clock = jest.spyOn(Date, 'now').mockReturnValue(now + 301_000);
    expect(await send(fresh)).toMatchObject(required);
    clock.mockRestore();
    expect((await send(fresh)).body).not.toMatchObject(required.body);
  });
});
