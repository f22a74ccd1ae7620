import { Workers } from '@kernel/workers';
import { UnsubscribeTokens } from '../../apps/api/src/talk/notifications/adapters/unsubscribe-tokens';
import { TestApp } from '../support/app';
import { known, publishedJob, sentProposal, type Known } from '../support/market';
import { PostOffice } from '../support/post-office';

const office = new PostOffice();
let app: TestApp;
let client: Known;
let provider: Known;

beforeAll(async () => {
  app = await TestApp.start({ SMTP_URL: await office.open() });
  await app.app.get(Workers).start();
});
afterAll(async () => {
  await app.stop();
  await office.close();
});
beforeEach(async () => {
  client = await known(app, 'Noor Clinic', ['client']);
  provider = await known(app, 'Amira Hassan', ['provider']);
});

const choices = '/api/notifications/choices';
const unsubscribe = '/api/notifications/unsubscribe';
const choose = (who: Known, topic: string, channel: string, wanted: boolean) =>
  who.put(choices, { topic, channel, wanted });

interface Cell {
  readonly channel: string;
  readonly wanted: boolean;
  readonly locked: boolean;
}
async function cellOf(who: Known, topic: string, channel: string): Promise<Cell | undefined> {
  const { body } = await who.get(choices);
  const topics = body['topics'] as { topic: string; channels: Cell[] }[];
  return topics
    .find((one) => one.topic === topic)
    ?.channels.find((cell) => cell.channel === channel);
}

async function proposalArrives(): Promise<void> {
  await sentProposal(provider, await publishedJob(client));
  await app.settle();
}

async function queuedFor({ id }: Known): Promise<string[]> {
  const rows = await app.database.query<{ kind: string }>(
    'select kind from mail_log where account_id = $1 order by queued_at',
    [id],
  );
  return rows.map(({ kind }) => kind);
}
async function inboxOf(who: Known): Promise<string[]> {
  const { body } = await who.get('/api/notifications');
  return (body['items'] as { kind: string }[]).map(({ kind }) => kind);
}
async function addressOf({ id }: Known): Promise<string> {
  const [row] = await app.database.query<{ email: string }>(
    'select email from accounts where id = $1',
    [id],
  );
  return row?.email ?? '';
}

describe('what somebody is told', () => {
  it('is everything, until they say otherwise', async () => {
    expect(await cellOf(client, 'proposals', 'mail')).toEqual({
      channel: 'mail',
      wanted: true,
      locked: false,
    });
    await proposalArrives();
    expect(await queuedFor(client)).toEqual(['proposal_received']);
  });

  it('leaves out the mails they switched off, and still stands in the app', async () => {
    expect(await choose(client, 'proposals', 'mail', false)).toMatchObject({ status: 200 });
    await proposalArrives();
    expect(await queuedFor(client)).toEqual([]);
    expect(await inboxOf(client)).toEqual(['proposal_received']);
    await choose(client, 'proposals', 'inbox', false);
    await proposalArrives();
    expect(await inboxOf(client)).toEqual(['proposal_received']);
  });

  it('comes again when the choice is taken back', async () => {
    await choose(client, 'proposals', 'mail', false);
    await choose(client, 'proposals', 'mail', true);
    await proposalArrives();
    expect(await queuedFor(client)).toEqual(['proposal_received']);
  });

  it.each(['account', 'money', 'disputes', 'papers', 'contracts'])(
    'always has mails about %s, whatever anybody sends',
    async (topic) => {
      expect(await cellOf(client, topic, 'mail')).toMatchObject({ wanted: true, locked: true });
      const answer = await choose(client, topic, 'mail', false);
      expect(answer).toMatchObject({ status: 409, body: { code: 'notifications.locked' } });
    },
  );

  it('has text messages for codes and disputes alone', async () => {
    expect(await choose(client, 'reviews', 'sms', true)).toMatchObject({ status: 409 });
    expect(await cellOf(client, 'account', 'sms')).toMatchObject({ locked: true });
    expect(await choose(client, 'disputes', 'sms', false)).toMatchObject({ status: 200 });
    expect(await cellOf(client, 'disputes', 'sms')).toMatchObject({ wanted: false });
  });

  it('is in the record, once for each change', async () => {
    for (const wanted of [false, false, true]) await choose(client, 'reviews', 'mail', wanted);
    const rows = await app.database.query(
      `select 1 from record.events where type = 'NoticeChosen' and stream = $1`,
      [`notices-${client.id}`],
    );
    expect(rows).toHaveLength(2);
  });
});

describe('a mail that can be switched off', () => {
  const linkIn = (header: unknown): URL => new URL(/<(.+)>/.exec(String(header))?.[1] ?? '');

  async function proposalMail() {
    await proposalArrives();
    const [mail] = await office.waitFor(await addressOf(client), 1);
    const url = linkIn(mail?.headerLines.find(({ key }) => key === 'list-unsubscribe')?.line);
    return { mail, url, path: `${url.pathname}${url.search}` };
  }

  it('says so to the mail program and to the reader', async () => {
    const { mail, url } = await proposalMail();
    const post = mail?.headerLines.find(({ key }) => key === 'list-unsubscribe-post')?.line;
    expect(post).toMatch(/: List-Unsubscribe=One-Click$/);
    expect(url.origin).toBe('http://market.test');
    expect(mail?.text).toContain(`Stop mails like this: http://market.test/unsubscribe?token=`);
    expect(mail?.html).toContain('http://market.test/unsubscribe?token');
  });

  it('is ended by one press, without a session, and a second one does no harm', async () => {
    const { path } = await proposalMail();
    const form = { 'content-type': 'application/x-www-form-urlencoded' };
    const press = () => app.form(path, 'List-Unsubscribe=One-Click', form);
    const ended = { status: 200, body: { topic: 'proposals' } };
    expect(await press()).toMatchObject(ended);
    expect(await press()).toMatchObject(ended);
    expect(await cellOf(client, 'proposals', 'mail')).toMatchObject({ wanted: false });
    expect(await cellOf(client, 'proposals', 'inbox')).toMatchObject({ wanted: true });
    expect(await cellOf(client, 'work', 'mail')).toMatchObject({ wanted: true });
    await proposalArrives();
    expect(await queuedFor(client)).toEqual(['proposal_received']);
  });

  it('is ended by a form of many parts too, as the standard wants', async () => {
    const { path } = await proposalMail();
    const part = 'Content-Disposition: form-data; name="List-Unsubscribe"\r\n\r\nOne-Click';
    const form = { 'content-type': 'multipart/form-data; boundary=gh' };
    const answer = await app.form(path, `--gh\r\n${part}\r\n--gh--\r\n`, form);
    expect(answer).toMatchObject({ status: 200 });
    expect(await cellOf(client, 'proposals', 'mail')).toMatchObject({ wanted: false });
  });

  it('is not ended by looking: the link leads to a page that asks', async () => {
    const { path, url } = await proposalMail();
    const answer = await app.guest().get(path);
    expect(answer.status).toBe(302);
    expect(answer.headers['location']).toBe(`http://market.test/unsubscribe${url.search}`);
    expect(await cellOf(client, 'proposals', 'mail')).toMatchObject({ wanted: true });
  });

  it('is ended by links of before the last change of secrets, while the old one is known', () => {
    const [before, now] = ['b'.repeat(32), 'n'.repeat(32)];
    const tokens = (AUTH_SECRET: string, AUTH_PREVIOUS_SECRET?: string) =>
      new UnsubscribeTokens({ AUTH_SECRET, AUTH_PREVIOUS_SECRET } as never);
    const ending = { accountId: client.id, topic: 'work' } as const;
    const old = tokens(before).tokenOf(ending);
    expect(tokens(now, before).read(old)).toEqual(ending);
    expect(tokens(now, before).tokenOf(ending)).toBe(tokens(now).tokenOf(ending));
    expect(tokens(now).read(old)).toBeUndefined();
  });

  it('is ended by nobody who made the link up, or bent it to another topic', async () => {
    const { url } = await proposalMail();
    const token = url.searchParams.get('token') ?? '';
    const bent = [
      token.replace('.proposals.', '.work.'),
      token.replace(client.id, provider.id),
      token.replace(/\.(.)([^.]*)$/, (_, first, rest) => `.${first === 'A' ? 'B' : 'A'}${rest}`),
      'a.b.c',
    ];
    for (const one of bent) {
      const answer = await app.guest().post(`${unsubscribe}?token=${encodeURIComponent(one)}`, {});
      expect(answer).toMatchObject({
        status: 422,
        body: { code: 'notifications.unsubscribe_invalid' },
      });
    }
    expect(await cellOf(client, 'work', 'mail')).toMatchObject({ wanted: true });
  });
});

it('a mail that always comes offers no end', async () => {
  const { status } = await client.post('/api/accounts/phone', { phone: '+919812345678' });
  expect(status).toBe(202);
  await client.post('/api/accounts/step-up', { purpose: 'security' });
  await app.settle();
  const [mail] = await office.waitFor(await addressOf(client), 1);
  expect(mail?.subject).toBe('Your code');
  expect(mail?.headerLines.filter(({ key }) => key.startsWith('list-'))).toEqual([]);
  expect(mail?.text).not.toContain('/unsubscribe');
});
