import { TestApp, type Answer } from '../support/app';
import { Authenticator } from '../support/authenticator';
import { Jar, Member } from '../support/members';

let app: TestApp;
beforeAll(async () => (app = await TestApp.start()));
afterAll(() => app.stop());

const outcome = ({ status, body }: Answer) => [status, body['code']];
const asked = ({ body }: Answer) => ({
  ceremonyId: String(body['ceremonyId']),
  options: body['options'] as { challenge: string; allowCredentials?: { id: string }[] },
});

const offered = async (member: Member) =>
  asked(await member.post('/api/factors/passkeys/options', {}, member.jar, member.proof()));

async function withPasskey(member: Member, name = 'My phone') {
  const key = new Authenticator();
  const { ceremonyId, options } = await offered(member);
  const input = { ceremonyId, name, response: key.make(options) };
  const answer = await member.post('/api/factors/passkeys', input, member.jar, member.proof());
  return { key, answer, input };
}

const anybody = async () => asked(await app.guest().post('/api/accounts/login/passkey/options'));
const enter = (input: object) => app.guest().post('/api/accounts/login/passkey', input);
const refused = [422, 'factors.passkey_refused'];

describe('a passkey', () => {
  it('is made in the session that asked, for a challenge that is good once', async () => {
    const member = await Member.signedUp(app);
    const elsewhere = await member.logIn();
    const { answer, input } = await withPasskey(member);
    expect(answer.status).toBe(200);
    expect(answer.body['recoveryCodes']).toHaveLength(10);
    const again = await member.post('/api/factors/passkeys', input, member.jar, member.proof());
    expect(outcome(again)).toEqual(refused);
    const { ceremonyId, options } = await offered(member);
    const carried = { ceremonyId, name: 'x', response: new Authenticator().make(options) };
    const path = '/api/factors/passkeys';
    const there = await member.post(path, carried, elsewhere.jar, member.proof());
    expect(outcome(there)).toEqual(refused);
    expect((await member.post(path, carried, member.jar, member.proof())).status).toBe(200);
  });

  it('logs in by itself, without a word', async () => {
    const member = await Member.signedUp(app);
    const { key } = await withPasskey(member);
    const { ceremonyId, options } = await anybody();
    const answer = await enter({ ceremonyId, response: key.sign(options) });
    expect([answer.status, answer.body['id']]).toEqual([200, member.id]);
    expect(new Jar().keep(answer).isIn).toBe(true);
  });

  it('is refused at a challenge that was answered, is too old or was somebody else’s', async () => {
    const member = await Member.signedUp(app);
    const { key } = await withPasskey(member);
    const first = await anybody();
    await enter({ ceremonyId: first.ceremonyId, response: key.sign(first.options) });
    const replay = { ceremonyId: first.ceremonyId, response: key.sign(first.options) };
    expect(outcome(await enter(replay))).toEqual(refused);
    const late = await anybody();
    await app.database.query('update ceremonies set expires_at = now()');
    const tooLate = { ceremonyId: late.ceremonyId, response: key.sign(late.options) };
    expect(outcome(await enter(tooLate))).toEqual(refused);
    const [one, two] = [await anybody(), await anybody()];
    const crossed = { ceremonyId: one.ceremonyId, response: key.sign(two.options) };
    expect(outcome(await enter(crossed))).toEqual(refused);
  });

  it('is refused from another page, for another site, without a finger, and as a copy', async () => {
    const member = await Member.signedUp(app);
    const { key } = await withPasskey(member);
    for (const circumstances of [
      { origin: 'http://market.test.evil.example' },
      { rpId: 'evil.example' },
      { verified: false },
    ]) {
      const { ceremonyId, options } = await anybody();
      const response = key.sign(options, circumstances);
      expect(outcome(await enter({ ceremonyId, response }))).toEqual(refused);
    }
    const { ceremonyId, options } = await anybody();
    expect((await enter({ ceremonyId, response: key.sign(options) })).status).toBe(200);
    const copy = await anybody();
    const response = key.sign(copy.options, { counter: 1 });
    expect(outcome(await enter({ ceremonyId: copy.ceremonyId, response }))).toEqual(refused);
  });

  it('is a second factor and a second look, bound to who asks', async () => {
    const member = await Member.signedUp(app);
    const other = await Member.signedUp(app);
    const { key } = await withPasskey(member);
    const { answer, jar } = await member.logIn();
    expect(answer.body).toMatchObject({ methods: ['passkey', 'recovery'] });
    const half = asked(await member.post('/api/accounts/login/factor/passkey', {}, jar));
    const proof = (at: { ceremonyId: string; options: { challenge: string } }) => ({
      method: 'passkey',
      ceremonyId: at.ceremonyId,
      response: key.sign(at.options),
    });
    const entered = await member.post('/api/accounts/login/factor', proof(half), jar);
    expect(entered.status).toBe(200);
    const challenge = async (of: Member) => asked(await of.post('/api/factors/passkeys/challenge'));
    const look = (of: Member, shown: object) =>
      of.post('/api/accounts/step-up/verify', { purpose: 'payout', proof: shown });
    expect((await look(other, proof(await challenge(member)))).status).toBe(422);
    expect((await look(member, proof(await challenge(member)))).status).toBe(200);
  });

  it('has brothers: one is renamed or taken away, and the others still open', async () => {
    const member = await Member.signedUp(app);
    const lost = await withPasskey(member, 'Lost phone');
    const kept = await withPasskey(member, 'Key on my ring');
    const list = async () =>
      (await member.get('/api/factors')).body['passkeys'] as { id: string; name: string }[];
    const [one, two] = await list();
    const path = `/api/factors/passkeys/${two?.id ?? ''}`;
    await app.guest().patch(path, { name: 'Blue key' }, member.jar.headers);
    const gone = `/api/factors/passkeys/${one?.id ?? ''}`;
    const stranger = await Member.signedUp(app);
    expect((await stranger.delete(gone, stranger.jar, stranger.proof())).status).toBe(404);
    expect((await member.delete(gone, member.jar, member.proof())).status).toBe(204);
    expect((await list()).map(({ name }) => name)).toEqual(['Blue key']);
    for (const [{ key }, status] of [
      [lost, 422],
      [kept, 200],
    ] as const) {
      const { ceremonyId, options } = await anybody();
      expect((await enter({ ceremonyId, response: key.sign(options) })).status).toBe(status);
    }
  });
});
