import { about, Facts } from '@kernel/facts';
import { CommandBus } from '@nestjs/cqrs';
import { createHash, randomUUIDv7 } from 'node:crypto';
import { BankAccounts } from '../../apps/api/src/money/payouts/adapters/bank-accounts';
import { ImportList } from '../../apps/api/src/trust/screening';
import { TestApp } from '../support/app';
import { known, type Known } from '../support/market';

let app: TestApp;
let compliance: Known;
beforeAll(async () => {
  app = await TestApp.start();
  compliance = await known(app, 'Kavya Menon', ['compliance']);
  await app.app.get(CommandBus).execute(new ImportList('ofac', 'apps/sandbox/lists/sdn.xml'));
});
afterAll(() => app.stop());

async function suspect(): Promise<{ person: Known; caseId: string }> {
  const person = await known(app, 'Zoravar Quashtani', ['provider']);
  const told = [about('account', person.id, 'AccountRegistered', { accountId: person.id })];
  await app.app.get(Facts).commit(() => Promise.resolve({ told }));
  await app.settle();
  const { body } = await compliance.get('/api/admin/screening/alerts?limit=100');
  const alerts = body['items'] as { caseId: string; account: { id: string } }[];
  const caseId = alerts.find(({ account }) => account.id === person.id)?.caseId ?? '';
  return { person, caseId };
}

const bystander = (name = 'Priya Nair') => known(app, name, ['provider']);

const phone = (people: readonly Known[], number: string) =>
  app.database.query('update accounts set phone = $2 where id = any($1::uuid[])', [
    people.map(({ id }) => id),
    number,
  ]);

/** The way every bank account comes in, after the partner took it. */
async function paidOutTo({ id, name }: Known, number: string): Promise<void> {
  await app.app.get(BankAccounts).add(app.database, {
    ...{ id: randomUUIDv7(), providerId: id, holder: name, ifsc: 'HDFC0000053', number },
    ...{ last4: number.slice(-4), fundAccountId: null, validationId: null },
    createdAt: new Date(),
  });
}

async function signedIn({ id }: Known, { browser, address }: { browser: string; address: string }) {
  const hash = createHash('sha256').update(browser).digest();
  await app.database.query(
    'insert into known_devices (account_id, hash, seen_at) values ($1, $2, now())',
    [id, hash],
  );
  await app.database.query(
    `insert into sessions (id, account_id, device, address, created_at, last_seen_at)
      values ($1, $2, 'Firefox', $3, now(), now())`,
    [randomUUIDv7(), id, address],
  );
}

interface Links {
  readonly nodes: { account: { id: string; name: string }; hops: number; openCaseId: string }[];
  readonly edges: { from: string; to: string; kind: string; mark: string }[];
  readonly isCut: boolean;
}

async function linksOf(caseId: string): Promise<Links> {
  const { status, body } = await compliance.get(`/api/admin/screening/cases/${caseId}/links`);
  expect(status).toBe(200);
  return body as unknown as Links;
}

describe('who shares something with somebody who is looked into', () => {
  it('is shown two steps away, with what they share and nothing of it in clear', async () => {
    const { person, caseId } = await suspect();
    const [near, far, beyond] = [await bystander(), await bystander(), await bystander()];
    for (const one of [person, near]) await paidOutTo(one, '50100222333441');
    await phone([near, far], '+919812345678');
    for (const one of [far, beyond]) await paidOutTo(one, '50100999888777');
    const { nodes, edges, isCut } = await linksOf(caseId);
    expect(nodes.map(({ account, hops }) => [account.id, hops])).toEqual([
      [person.id, 0],
      [near.id, 1],
      [far.id, 2],
    ]);
    expect(edges.map(({ from, to, kind }) => [from, to, kind])).toEqual([
      [person.id, near.id, 'bank'],
      [near.id, far.id, 'phone'],
    ]);
    expect(isCut).toBe(false);
    expect(nodes[0]?.openCaseId).toBe(caseId);
    expect(JSON.stringify([nodes, edges])).not.toMatch(/98123|50100/);
  });

  it('counts browsers and addresses, but not an address that many come from', async () => {
    const { person, caseId } = await suspect();
    const other = await bystander('Ravi Shah');
    await signedIn(person, { browser: 'one', address: '198.51.100.7' });
    await signedIn(other, { browser: 'one', address: '198.51.100.7' });
    const kinds = async () => (await linksOf(caseId)).edges.map(({ kind }) => kind).sort();
    expect(await kinds()).toEqual(['address', 'device']);
    for (let seat = 0; seat < 9; seat += 1)
      await signedIn(await bystander(), {
        browser: `seat ${String(seat)}`,
        address: '198.51.100.7',
      });
    expect(await kinds()).toEqual(['device']);
  });

  it('is nobody where nothing is shared', async () => {
    const { person, caseId } = await suspect();
    await phone([person], '+919800000001');
    expect(await linksOf(caseId)).toMatchObject({ edges: [], isCut: false });
  });

  it('is seen by compliance alone, and every look stays in the log', async () => {
    const { caseId } = await suspect();
    await linksOf(caseId);
    const path = `/api/admin/screening/cases/${caseId}/links`;
    const support = await known(app, 'Sam Oduya', ['support']);
    expect(await support.get(path)).toMatchObject({ status: 404 });
    const rows = await app.database.query<{ staff_id: string; status: number }>(
      'select staff_id, status from staff_actions where path = $1 order by at',
      [path],
    );
    expect(rows).toEqual([{ staff_id: compliance.id, status: 200 }]);
    expect(await compliance.get(path.replace(caseId, randomUUIDv7()))).toMatchObject({
      status: 404,
    });
  });
});
