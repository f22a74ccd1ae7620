import { createHmac } from 'node:crypto';
import { readSettings } from '../../apps/sandbox/src/core/settings';
import { createSandbox, type Sandbox } from '../../apps/sandbox/src/sandbox';
import { StepUp } from '../../apps/api/src/people/accounts';
import { AskProvider } from '../../apps/api/src/trust/verification/commands/ask-provider';
import { agreed, decideAs, key } from '../support/approvals';
import { TestApp } from '../support/app';
import { kindsOfBytes, Sender } from '../support/files';
import { freePort } from '../support/free-port';
import { inr, known, type Known } from '../support/market';

const secret = 'identity-secret';
let app: TestApp;
let sandbox: Sandbox;
let sender: Sender;
let first: Known;
let second: Known;
beforeAll(async () => {
  const port = await freePort();
  const outside = `http://127.0.0.1:${String(port)}`;
  app = await TestApp.start({
    VERIFICATION_URL: `${outside}/identity`,
    COMPANY_REGISTER_URL: `${outside}/register`,
    COMPANY_REGISTER_TOKEN: 'sandbox-register-token',
  });
  sender = await Sender.to(app);
  sandbox = createSandbox(
    readSettings({
      SANDBOX_PORT: String(port),
      SANDBOX_SMTP_PORT: '0',
      SANDBOX_DB: ':memory:',
      VERIFICATION_TOKEN: 'api_test.token',
      VERIFICATION_WEBHOOK_SECRET: secret,
      VERIFICATION_WEBHOOK_TARGET: `${await app.app.getUrl()}/api/verification/webhooks/provider`,
    }),
  );
  await sandbox.start();
  first = await known(app, 'Kavya Menon', ['compliance']);
  second = await known(app, 'Miriam Osei', ['compliance']);
});
afterAll(async () => {
  await sandbox.stop();
  await app.stop();
});
beforeEach(() => app.database.query('delete from rate_limits'));

async function provider(name = 'Amira Hassan'): Promise<Known> {
  const person = await known(app, name, ['provider']);
  await app.database.query('update accounts set phone_verified_at = now() where id = $1', [
    person.id,
  ]);
  return person;
}

const firm = {
  name: 'Hassan Studio',
  registrationNumber: 'U72900MH2020',
  country: 'IN',
  owners: [{ name: 'Amira Hassan', share: 60, country: 'IN' }],
};

/** Of a country where each part has a register of its own. */
const light = { ...firm, name: 'Harbour Light', registrationNumber: '7700-123', country: 'US' };

interface Sending {
  readonly document?: string;
  readonly selfie?: string;
  readonly changes?: object;
}

async function send(
  person: Known,
  { document = 'passport-ok.png', selfie = 'selfie.png', changes = {} }: Sending = {},
) {
  const whole = async (name: string) =>
    (await sender.whole(person, { name, bytes: kindsOfBytes.png, purpose: 'identity' })).id;
  return person.post('/api/verification', {
    tier: 'T2',
    legalName: person.name,
    birthDate: '1990-04-12',
    country: 'IN',
    documentFileId: await whole(document),
    selfieFileId: await whole(selfie),
    ...changes,
  });
}

const mine = async (person: Known) =>
  (await person.get('/api/verification')).body as {
    tier: string;
    current: { id: string; state: string; reasons: string[]; note: string } | null;
  };

/** The papers reach the provider, who looks at them and says so; answers the state it came to. */
async function checked(
  person: Known,
  sending: Sending = {},
): Promise<{ id: string; state: string }> {
  const { status, body } = await send(person, sending);
  expect(status).toBe(201);
  const id = String(body['id']);
  await app.app.get(AskProvider).send(id);
  const until = Date.now() + 5_000;
  for (;;) {
    const { current } = await mine(person);
    if (current && current.state !== 'checking') return { id, state: current.state };
    if (Date.now() > until) throw new Error('the provider said nothing');
    await new Promise((done) => setTimeout(done, 50));
  }
}

const all = ['readable', 'valid', 'name', 'birth', 'face'];
const ofCompany = [...all, 'register', 'owners'];
const decide = (by: Known, id: string, changes: object = {}) =>
  by.post(
    `/api/admin/verification/${id}/decide`,
    { decision: 'approve', reasons: [], note: '', checklist: all, ...changes },
    key(),
  );

describe('papers', () => {
  it('that are fine make the tier without anybody who looks', async () => {
    const person = await provider();
    expect(await mine(person)).toMatchObject({ tier: 'T1', current: null });
    expect(await checked(person)).toMatchObject({ state: 'approved' });
    expect(await mine(person)).toMatchObject({ tier: 'T2' });
  });

  it.each([
    ['that are over', { document: 'passport-expired.png' }, 'document_expired'],
    ['that cannot be read', { document: 'passport-blurry.png' }, 'document_unreadable'],
    ['of somebody else', { selfie: 'selfie-mismatch.png' }, 'face_mismatch'],
    ['that look forged', { document: 'passport-forged.png' }, 'suspected_forgery'],
  ])('%s are looked at by people', async (_, sending, outcome) => {
    const { id, state } = await checked(await provider(), sending);
    expect(state).toBe('review');
    const { body } = await first.get(`/api/admin/verification/${id}`);
    expect(body).toMatchObject({ outcome });
  });

  it('that nobody answers for are looked at by people a day later', async () => {
    const person = await provider();
    const { body } = await send(person, { document: 'timeout.png' });
    await app.app.get(AskProvider).send(String(body['id']));
    expect(await send(person)).toMatchObject({ body: { code: 'verification.already_under_way' } });
    await app.passDays(1.1);
    expect(await mine(person)).toMatchObject({ current: { state: 'review' } });
  });

  it('are taken from nobody without a phone', async () => {
    const person = await known(app, 'Nobody Yet', ['provider']);
    expect(await send(person)).toMatchObject({ body: { code: 'verification.phone_first' } });
  });

  it('are believed only from whoever signs', async () => {
    const body = { payload: { action: 'check.completed', object: { id: 'c1' } } };
    const sign = (own: string) =>
      createHmac('sha256', own).update(JSON.stringify(body)).digest('hex');
    const told = (signature: string) =>
      app
        .guest()
        .post('/api/verification/webhooks/provider', body, { 'x-sha2-signature': signature });
    expect(await told(sign('another'))).toMatchObject({ status: 401 });
    expect(await told(sign(secret))).toMatchObject({ status: 404 });
  });
});

describe('compliance', () => {
  it('approves only what was looked at whole, and says why when it does not', async () => {
    const person = await provider();
    const { id } = await checked(person, { document: 'passport-blurry.png' });
    expect(await decide(first, id, { checklist: ['name'] })).toMatchObject({
      body: { code: 'verification.checklist_incomplete' },
    });
    expect(await decide(first, id, { decision: 'reject' })).toMatchObject({
      body: { code: 'verification.reason_missing' },
    });
    const no = {
      decision: 'need_info',
      reasons: ['document_unreadable'],
      note: 'Send the page with the photo.',
    };
    expect(await decide(first, id, no)).toMatchObject({ status: 200 });
    expect(await mine(person)).toMatchObject({
      tier: 'T1',
      current: {
        state: 'need_info',
        reasons: ['document_unreadable'],
        note: 'Send the page with the photo.',
      },
    });
    expect(await checked(person)).toMatchObject({ state: 'approved' });
  });

  it('approves a company with two people', async () => {
    const person = await provider();
    const { id, state } = await checked(person, { changes: { tier: 'T3', company: firm } });
    expect(state).toBe('review');
    expect(await decide(first, id)).toMatchObject({
      body: { code: 'verification.checklist_incomplete' },
    });
    const { body } = await decide(first, id, { checklist: ofCompany });
    const approvalId = String(body['approvalId']);
    await app.settle();
    expect(await mine(person)).toMatchObject({ current: { state: 'review' } });
    expect(await decideAs(first, approvalId)).toMatchObject({ status: 403 });
    expect(await agreed(app, second, approvalId)).toBe('executed');
    expect(await mine(person)).toMatchObject({ tier: 'T3' });
  });

  it.each([
    ['is there under its name', firm, 'active', 'Hassan Studio Private Limited'],
    ['is there, by the number of a part of the country', light, 'active', 'Harbour Light LLC'],
    ['is there under another name', { ...firm, name: 'Delta' }, 'other_name', /^Hassan Studio/],
    ['was closed', { ...firm, registrationNumber: 'U74999KA2015' }, 'dissolved', /^Old Mill/],
    ['is not there', { ...firm, registrationNumber: 'U00000XX0000' }, 'not_found', null],
  ])('sees that a company %s', async (_, company, outcome, name) => {
    const person = await provider();
    const { id } = await checked(person, { changes: { tier: 'T3', company } });
    const { body } = await first.get(`/api/admin/verification/${id}`);
    const found = name === null ? null : { name: expect.stringMatching(name) as string };
    expect(body['register']).toMatchObject({ outcome, found });
    expect((await mine(person)).current).toMatchObject({ register: outcome });
  });

  it('asks the register again when it did not answer', async () => {
    const person = await provider();
    const { id } = await checked(person, { changes: { tier: 'T3', company: firm } });
    await app.database.query(
      "update verifications set registry_outcome = 'no_answer' where id = $1",
      [id],
    );
    const path = `/api/admin/verification/${id}/register`;
    expect(await first.post(path)).toMatchObject({ status: 200, body: { outcome: 'active' } });
    const papers = await checked(await provider(), { document: 'passport-blurry.png' });
    expect(await first.post(path.replace(id, papers.id))).toMatchObject({
      body: { code: 'verification.no_company' },
    });
  });

  it('sees a paper only with a reason, which stays in the log, and nobody else of staff does', async () => {
    const person = await provider();
    const { id } = await checked(person, { document: 'passport-blurry.png' });
    const { body } = await first.get(`/api/admin/verification/${id}`);
    const [file] = body['files'] as { id: string }[];
    const path = `/api/admin/verification/${id}/files/${String(file?.id)}`;
    expect(await first.get(path)).toMatchObject({ body: { code: 'verification.purpose_missing' } });
    const { status, body: link } = await first.get(path, { 'x-purpose': 'Review of the case' });
    expect([status, String(link['url']).length > 20]).toEqual([200, true]);
    const rows = await app.database.query<{ purpose: string }>(
      'select purpose from staff_actions where path = $1 and status = 200',
      [path],
    );
    expect(rows).toHaveLength(1);
    const support = await known(app, 'Sam Oduya', ['support']);
    expect(await support.get(path, { 'x-purpose': 'Curious' })).toMatchObject({ status: 403 });
    expect(await first.get(`/api/files/${String(file?.id)}`)).toMatchObject({ status: 404 });
  });
});

describe('a payout above the limit', () => {
  it('needs papers', async () => {
    const person = await provider();
    const ask = () =>
      person.post(
        '/api/payouts',
        { amount: inr(5_000_001), bankAccountId: person.id },
        { ...key(), 'x-step-up': app.app.get(StepUp).issue(person.id, 'payout').token },
      );
    expect(await ask()).toMatchObject({ status: 403, body: { code: 'verification.tier_needed' } });
    await checked(person);
    expect(await ask()).toMatchObject({ body: { code: 'payouts.bank_not_found' } });
  });
});

describe('a proof', () => {
  it('is reminded of 30 and 7 days before it is over, and then it is', async () => {
    const person = await provider();
    await checked(person);
    await app.settle();
    const told = async () =>
      (
        await app.database.query<{ type: string }>(
          "select type from record.events where stream = $1 and type like 'IdentityExpir%' order by version",
          [`identity-${person.id}`],
        )
      ).map(({ type }) => type);
    await app.passDays(701);
    expect(await told()).toEqual(['IdentityExpiring']);
    await app.passDays(23);
    expect(await told()).toEqual(['IdentityExpiring', 'IdentityExpiring']);
    await app.passDays(7);
    expect(await told()).toEqual(['IdentityExpiring', 'IdentityExpiring', 'IdentityExpired']);
    expect(await mine(person)).toMatchObject({ tier: 'T1', current: { state: 'expired' } });
  });
});
