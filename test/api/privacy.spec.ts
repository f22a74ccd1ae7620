import { Timers } from '@kernel/timers';
import { SubjectKeys } from '@kernel/subject-keys';
import { erased } from '@wire/privacy';
import { CommandBus } from '@nestjs/cqrs';
import { SettleRefund } from '../../apps/api/src/money/payments/commands/settle-refund';
import { agreed, decideAs, key } from '../support/approvals';
import { auditedApp } from '../support/audit';
import { canary, dump, filesIn, found } from '../support/canaries';
import { exported, verify } from '../support/exports';
import { kindsOfBytes, Sender } from '../support/files';
import { inr, known, publishedJob, sentProposal, type Known } from '../support/market';
import { balance, expectZero, paid, signedContract } from '../support/money';
import { payOutOf } from '../support/payouts';

type House = Awaited<ReturnType<typeof auditedApp>>;

let house: House;
let first: Known;
let second: Known;
beforeAll(async () => {
  house = await auditedApp();
  first = await known(house.app, 'Cora Lind', ['compliance']);
  second = await known(house.app, 'Ciro Mann', ['compliance']);
});
afterAll(() => house.stop());
beforeEach(() => house.app.database.query('delete from rate_limits'));

async function propose(accountId: string, by: Known = first) {
  const answer = await by.post(
    '/api/admin/privacy/erasures',
    { accountId, reason: 'They asked for it.' },
    key(),
  );
  await house.app.settle();
  return answer;
}

async function erase(accountId: string): Promise<string> {
  const { status, body } = await propose(accountId);
  expect(status).toBe(200);
  const approvalId = String(body['approvalId']);
  const outcome = await agreed(house.app, second, approvalId);
  await house.app.app.get(Timers).fireDue();
  return outcome;
}

/** What somebody types before any money: sign-up, profile, searches. */
async function typing(role: 'client' | 'provider'): Promise<Known> {
  const { app } = house;
  const person = await known(app, canary('Name'), [role]);
  await app.database.query('update accounts set phone = $2, email = $3 where id = $1', [
    ...[person.id, canary('Phone'), `${canary('mail')}@people.test`],
  ]);
  const profile = {
    headline: canary('Headline'),
    about: canary('About'),
    skills: [canary('skill')],
    languages: ['en'],
    hourlyRate: null,
    avatarFileId: null,
  };
  expect(await person.put('/api/profiles/me', profile)).toMatchObject({ status: 200 });
  const search = { name: canary('Search'), query: { q: canary('Query') } };
  expect(await person.post('/api/search/saved', search)).toMatchObject({ status: 201 });
  // Staff looks for them by name and address.
  await first.get(`/api/admin/users?q=${canary('Looked')}`, { 'x-purpose': 'They called.' });
  return person;
}

describe('somebody who moved no money', () => {
  it('leaves nothing that they wrote, anywhere', async () => {
    const { app, folder } = house;
    const client = await typing('client');
    const provider = await typing('provider');
    // It matches, so that both are told why.
    const { body: profile } = await provider.get('/api/profiles/me');
    const [skill] = profile['skills'] as string[];
    const jobId = await publishedJob(client, {
      title: canary('Title'),
      description: canary('Description'),
      skills: [canary('jobskill'), skill],
      questions: [canary('Question')],
      purchaseOrder: canary('Order'),
    });
    const sender = await Sender.to(app);
    const bytes = Buffer.concat([kindsOfBytes.png, Buffer.from(canary('Bytes'))]);
    const file = await sender.whole(provider, { name: `${canary('File')}.png`, bytes });
    const proposalId = await sentProposal(provider, jobId, {
      coverLetter: canary('Letter'),
      answers: [canary('Answer')],
      milestones: [{ title: canary('Milestone'), amount: inr(1_000_000), days: 3 }],
      attachments: [file.id],
    });
    const no = { reason: 'other', note: canary('Declined') };
    await client.post(`/api/proposals/${proposalId}/decline`, no);
    await app.settle();
    const before = found(await dump());
    expect(before.length).toBeGreaterThan(12);
    expect(found(filesIn(folder))).toHaveLength(1);

    expect(await erase(client.id)).toBe('executed');
    expect(await erase(provider.id)).toBe('executed');
    expect(found(await dump())).toEqual([]);
    expect(found(filesIn(folder))).toEqual([]);
    const { body } = await first.get('/api/admin/privacy/erasures');
    expect(body['items']).toMatchObject([{ state: 'erased' }, { state: 'erased' }]);
    expect(await client.get('/api/account')).not.toMatchObject({ status: 200 });
    const [row] = await app.database.query<{ name: string }>(
      'select name from accounts where id = $1',
      [client.id],
    );
    expect(row?.name).toBe('Former member');
  });
});

describe('somebody who moved money', () => {
  let client: Known;
  let provider: Known;
  let maker: Known;
  let checker: Known;
  let early: Buffer;
  let contractId: string;
  let disputeId: string;
  const said: Record<string, string> = {};
  const say = (place: string): string => (said[place] = canary(place));

  beforeAll(async () => {
    maker = await known(house.app, 'Meera Joshi', ['finance_maker']);
    checker = await known(house.app, 'Chandan Pillai', ['finance_checker']);
  });

  it('writes under a key of their own, and whoever may sees it', async () => {
    const { app } = house;
    client = await typing('client');
    provider = await typing('provider');
    const terms = [{ title: canary('Terms'), amount: inr(6_000_000), days: 10 }];
    const contract = await signedContract(app, client, provider, terms);
    ({ contractId } = contract);
    const [milestoneId = ''] = contract.milestoneIds;
    const { depositId } = await paid(app, client, contractId, milestoneId);
    const send = async (by: Known, path: string, body: object) => {
      const answer = await by.post(path, body, key());
      expect([path, answer.status < 300, answer.body['code']]).toEqual([path, true, undefined]);
      await app.settle();
      return answer.body;
    };
    const work = `/api/escrow/${contractId}/milestones/${milestoneId}`;
    const files: string[] = [];
    await send(provider, `/api/contracts/${contractId}/updates`, { note: say('Update'), files });
    await send(provider, `${work}/deliver`, { note: say('Delivery'), files });
    const changes = { points: [say('Point')], note: say('Changes') };
    await send(client, `${work}/request-changes`, changes);
    await send(provider, `${work}/deliver`, { note: say('Again'), files });
    const wish = { kind: 'percent', provider: 50 };
    const opening = { milestoneIds: [milestoneId], category: 'quality', files, wish };
    const opened = await send(client, '/api/disputes', {
      ...{ ...opening, contractId, reason: say('Claim') },
    });
    disputeId = String(opened['id']);
    const at = `/api/disputes/${disputeId}`;
    await send(provider, `${at}/answer`, { text: say('Answered'), files });
    await send(client, `${at}/evidence`, { text: say('Evidence'), files });
    const { body: view } = await provider.get(at);
    const [offer] = view['offers'] as { id: string }[];
    await send(provider, `${at}/offers/${String(offer?.id)}/accept`, {});
    await payoutRefused(send);
    await refundFailed(send, depositId);
    for (const word of Object.keys(said).filter(
      (place) => !['Payout', 'Refused', 'Refund', 'Changes'].includes(place),
    ))
      expect([word, (await pages()).includes(said[word] ?? '')]).toEqual([word, true]);
    const stars = { stars: 4, quality: 4, communication: 5, timeliness: 3 };
    for (const by of [client, provider])
      await send(by, `/api/contracts/${contractId}/reviews`, { ...stars, text: canary('Review') });
    const stop = { reason: 'identity_unclear', note: canary('Suspected') };
    await send(first, `/api/admin/wallets/${client.id}/restrict`, stop);
    await emptied(send);
    await expectZero(app);
    early = await exported(house);
    expect(verify(house, early)).toMatchObject({ exit: 0 });
    expect(found(early.toString('latin1'))).toEqual([]);
  }, 60_000);

  /** What the two sides are shown of it, as one text. */
  async function pages(): Promise<string> {
    const answers = [
      await client.get(`/api/contracts/${contractId}`),
      await provider.get(`/api/disputes/${disputeId}`),
    ];
    return JSON.stringify(answers.map(({ body }) => body));
  }

  type Send = (by: Known, path: string, body: object) => Promise<Record<string, unknown>>;

  async function payoutRefused(send: Send): Promise<void> {
    const wish = { minor: 2_500_001, holder: canary('Holder') };
    const { id } = (await payOutOf(house.app, provider, wish)).body;
    await house.app.settle();
    const wanted = { reason: say('Payout') };
    const asked = await send(maker, `/api/admin/payouts/${String(id)}/prepare`, wanted);
    const request = `/api/admin/approvals/${String(asked['approvalId'])}`;
    const { payloadHash } = (await checker.get(request)).body;
    await send(checker, `${request}/deny`, { payloadHash, comment: say('Refused') });
  }

  async function refundFailed(send: Send, depositId: string): Promise<void> {
    const wish = { amount: inr(1_000), reason: say('Refund') };
    const { id } = await send(client, `/api/payments/deposits/${depositId}/refunds`, wish);
    const no = new SettleRefund(depositId, String(id), { code: 'refused' });
    await house.app.app.get(CommandBus).execute(no);
    await house.app.settle();
  }

  /** Finance empties both wallets, so that nothing is owed. */
  async function emptied(send: Send): Promise<void> {
    for (const { id } of [client, provider]) {
      const left = await balance(house.app, `wallet:${id}:available`);
      const legs = [
        { account: `wallet:${id}:available`, amount: inr(-left) },
        { account: 'suspense', amount: inr(left) },
      ];
      const wish = { legs, effectiveAt: new Date().toISOString(), reason: 'Paid out by hand' };
      const { approvalId } = await send(maker, '/api/admin/journals', wish);
      expect(await agreed(house.app, checker, String(approvalId))).toBe('executed');
    }
  }

  it('is not erased while a hold says so, nor by one person', async () => {
    const hold = { accountId: client.id, reason: 'litigation', note: 'A court asks.' };
    const { body } = await first.post('/api/admin/privacy/holds', hold);
    expect(await propose(client.id)).toMatchObject({ body: { code: 'privacy.legal_hold' } });
    const { body: outlook } = await first.get(`/api/admin/privacy/accounts/${client.id}`);
    expect(outlook).toMatchObject({
      obstacles: ['legal_hold'],
      holds: [{ note: 'A court asks.', by: { name: 'Cora Lind' } }],
      keptUntil: expect.stringMatching(/^\d{4}-/) as string,
    });
    const lift = () => first.post(`/api/admin/privacy/holds/${String(body['id'])}/lift`);
    expect(await lift()).toMatchObject({ status: 204 });
    expect(await lift()).toMatchObject({ body: { code: 'privacy.no_such_hold' } });
    const { body: asked } = await propose(client.id);
    expect(await decideAs(first, String(asked['approvalId']))).toMatchObject({ status: 403 });
    expect(await propose(first.id)).toMatchObject({ body: { code: 'privacy.staff' } });
    expect(await propose(client.id, maker)).toMatchObject({ status: 403 });
  });

  it('is read by nobody from then on, and nothing of them stands anywhere in the open', async () => {
    expect(await erase(client.id)).toBe('executed');
    expect(await erase(provider.id)).toBe('executed');
    await new Promise((done) => setTimeout(done, 20));
    const shown = await first.get(`/api/admin/disputes/${disputeId}`);
    expect(found(JSON.stringify(shown.body))).toEqual([]);
    expect(found(await dump())).toEqual([]);
    const [kept] = await house.app.database.query<{ sealed: string }>(
      'select sealed from retained_identities where account_id = $1',
      [client.id],
    );
    expect(await house.app.app.get(SubjectKeys).open(kept?.sealed ?? '')).toBe(erased);
    expect(await keysLeft()).toBe(2);
    const last = await house.app.database.query<{ kind: string; about: object }>(
      'select kind, about from mail_log where account_id = any($1)',
      [[client.id, provider.id]],
    );
    const until = { deadline: expect.stringMatching(/^203\d-/) as string };
    expect(last).toMatchObject([0, 1].map(() => ({ kind: 'account_gone_kept', about: until })));
  });

  const keysLeft = async () => {
    const rows = await house.app.database.query(
      'select from subject_keys where subject_id = any($1) and wrapped is not null',
      [[client.id, provider.id]],
    );
    return rows.length;
  };

  it('is gone for good when the years of the law are over', async () => {
    await house.app.passDays(5 * 366);
    expect(await keysLeft()).toBe(0);
    const gone = await house.app.database.query(
      `select distinct stream from record.events where type = 'SubjectKeyDestroyed'
        and stream = any($1)`,
      [[`erasure-${client.id}`, `erasure-${provider.id}`]],
    );
    expect(gone).toHaveLength(2);
    const left = await house.app.database.query('select 1 from retained_identities');
    expect(left).toEqual([]);
  });

  it('leaves proofs that hold: of the export from before, and of one made afterwards', async () => {
    expect(verify(house, early)).toMatchObject({ exit: 0, findings: [] });
    const late = await exported(house);
    expect(verify(house, late)).toMatchObject({ exit: 0, findings: [] });
    expect(found(late.toString('latin1'))).toEqual([]);
    await expectZero(house.app);
  });
});
