import { Jobs } from '@kernel/jobs';
import { createHash, randomUUIDv7 } from 'node:crypto';
import {
  IssueMonthly,
  StatementJobs,
} from '../../apps/api/src/people/organisations/commands/issue-monthly';
import { statementPdf } from '../../apps/api/src/people/organisations/adapters/statement-pdf';
import { statementWords } from '../../apps/api/src/people/organisations/domain/statement-words';
import { TestApp, type Answer } from '../support/app';
import { inr } from '../support/market';
import { Member } from '../support/members';
import { founded, joined, type House } from '../support/organisations';

let app: TestApp;
let house: House;
beforeAll(async () => (app = await TestApp.start()));
beforeEach(async () => {
  await app.database.query('delete from rate_limits');
  house = await founded(app, await Member.signedUp(app, ['client']));
});
afterAll(() => app.stop());

const outcome = ({ status, body }: Answer) => [status, body['code'] ?? body['number']];
const at = (path = '') => `/api/organisations/${house.id}/statements${path}`;
/** A month before now, as it is written: so many back. */
function month(back: number): string {
  const now = new Date();
  now.setUTCDate(1);
  now.setUTCMonth(now.getUTCMonth() - back);
  return now.toISOString().slice(0, 7);
}
const issue = async (by: Member, of: string) => outcome(await by.post(at(), { month: of }));
const sheet = (by: Member, number: number) =>
  app.app
    .getHttpAdapter()
    .getInstance()
    .inject({
      method: 'GET',
      url: at(`/${String(number)}.pdf`),
      headers: by.jar.headers,
    }) as Promise<{ statusCode: number; rawPayload: Buffer }>;

describe('the statement of a month', () => {
  it('has the next number of the organisation, once, and no other organisation’s', async () => {
    const { owner } = house;
    expect(await issue(owner, month(3))).toEqual([200, 1]);
    expect(await issue(owner, month(1))).toEqual([200, 2]);
    expect(await issue(owner, month(3))).toEqual([200, 1]);
    const first = house;
    house = await founded(app, await Member.signedUp(app, ['client']));
    expect(await issue(house.owner, month(1))).toEqual([200, 1]);
    expect((await sheet(first.owner, 1)).statusCode).toBe(404);
  });

  it('leaves no gap and no double when several ask at once', async () => {
    const months = [2, 3, 4, 5, 6].map(month);
    const asked = [...months, ...months].map((one) => issue(house.owner, one));
    const numbers = (await Promise.all(asked)).map(([, number]) => Number(number));
    expect([...new Set(numbers)].sort()).toEqual([1, 2, 3, 4, 5]);
    const { body } = await house.owner.get(at());
    expect((body['items'] as { number: number }[]).map(({ number }) => number)).toEqual([
      5, 4, 3, 2, 1,
    ]);
  });

  it('is not issued before the month is over', async () => {
    expect(await issue(house.owner, month(0))).toEqual([422, 'organisations.month_not_over']);
    expect(await issue(house.owner, month(1))).toEqual([200, 1]);
  });

  it('is issued by those who keep the books and read by every member', async () => {
    const member = await joined(app, house, 'member');
    const finance = await joined(app, house, 'finance');
    expect(await issue(member, month(1))).toEqual([403, 'organisations.not_yours']);
    expect(await issue(finance, month(1))).toEqual([200, 1]);
    expect((await sheet(member, 1)).statusCode).toBe(200);
    const stranger = await Member.signedUp(app, ['client']);
    expect((await sheet(stranger, 1)).statusCode).toBe(404);
    expect((await stranger.get(at())).status).toBe(404);
  });

  it('stays as it was issued: its hash is in the record, and the row refuses every change', async () => {
    await issue(house.owner, month(1));
    const { rawPayload } = await sheet(house.owner, 1);
    expect(rawPayload.subarray(0, 5).toString()).toBe('%PDF-');
    const sha256 = createHash('sha256').update(rawPayload).digest('hex');
    const [fact] = await app.database.query<{ sha256: string }>(
      `select raw::jsonb -> 'data' ->> 'sha256' as sha256 from record.events
        where stream = $1 and type = 'StatementIssued'`,
      [`organisation-${house.id}`],
    );
    expect(fact?.sha256).toBe(sha256);
    for (const change of [
      "update org_statements set month = '2020-01'",
      'delete from org_statements',
    ])
      await expect(app.database.query(change)).rejects.toThrow('stays as it is');
  });
});

describe('when a month is over', () => {
  const last = month(1);
  const mailed = async (...members: Member[]) => {
    const rows = await app.database.query<{ account_id: string }>(
      `select account_id from mail_log where kind = 'org_statement' and account_id = any($1)`,
      [members.map(({ id }) => id)],
    );
    return rows.map(({ account_id: id }) => id).sort();
  };
  async function moved(organisationId: string): Promise<void> {
    await app.database.query(
      `insert into org_statement_lines (event_id, organisation_id, contract_id, kind, at, amount,
          fee, tax, currency) values ($1, $2, $1, 'funded', $3, 4000000, 120000, 21600, 'INR')`,
      [randomUUIDv7(), organisationId, `${last}-15T10:00:00Z`],
    );
  }
  /** As the timer and the worker do it. */
  async function passes(): Promise<void> {
    const added = jest.spyOn(app.app.get(Jobs), 'add').mockResolvedValue();
    await app.app.get(IssueMonthly).due(last, {}, app.database);
    for (const [, queue, , data] of added.mock.calls)
      if (queue === 'statements') await app.app.get(StatementJobs).process({ data } as never);
    added.mockRestore();
    await app.settle();
  }

  it('is issued by itself where something moved, and those who keep the books are told', async () => {
    const idle = await founded(app, await Member.signedUp(app, ['client']));
    const finance = await joined(app, house, 'finance');
    const member = await joined(app, house, 'member');
    await moved(house.id);
    await passes();
    const [fact] = await app.database.query(
      `select raw::jsonb -> 'data' ->> 'by' as by, stream from record.events
        where type = 'StatementIssued' and stream = any($1)`,
      [[house.id, idle.id].map((id) => `organisation-${id}`)],
    );
    expect(fact).toEqual({ by: null, stream: `organisation-${house.id}` });
    expect((await sheet(house.owner, 1)).statusCode).toBe(200);
    expect((await sheet(idle.owner, 1)).statusCode).toBe(404);
    expect(await mailed(house.owner, finance, member)).toEqual([house.owner.id, finance.id].sort());
  });

  it('keeps what a member had issued before, and asks again in a month', async () => {
    await moved(house.id);
    expect(await issue(house.owner, last)).toEqual([200, 1]);
    await passes();
    expect((await sheet(house.owner, 2)).statusCode).toBe(404);
    const [next] = await app.database.query<{ due: Date }>(
      `select due_at as due from record.timers where kind = 'issue-statements' and key = $1`,
      [month(0)],
    );
    expect(next?.due.toISOString().slice(7)).toBe('-01T06:00:00.000Z');
  });
});

describe('the sheet', () => {
  const line = (title: string, at: number) => ({
    ...{ id: `line-${String(at)}`, at: '2026-10-03T10:00:00.000Z', kind: 'funded' as const },
    ...{ contractId: 'c', title, workspace: 'Clinics', purchaseOrder: 'NW-2207', costCentre: null },
    fields: [],
    ...{ amount: inr(4_000_000), fee: inr(200_000), tax: inr(36_000) },
  });
  const total = {
    ...{ currency: 'INR' as const, funded: inr(4_000_000), fees: inr(236_000) },
    ...{ released: inr(0), refunded: inr(0) },
  };
  const pagesOf = (pdf: Buffer) => pdf.toString('latin1').match(/\/Type \/Page\b/g)?.length;
  const issued = (titles: string[], words: 'en' | 'ar') =>
    statementPdf(
      {
        ...{ number: 7, organisation: 'Nile عيادات', issuedAt: new Date('2026-11-02T00:00:00Z') },
        statement: { month: '2026-10', lines: titles.map(line), totals: [total] },
      },
      statementWords[words],
    );

  it('takes as many pages as it has lines for, in both languages and mixed scripts', async () => {
    const mixed = ['Booking (3 clinics)', 'موقع حجز (Angular 22)', 'क्लिनिक ₹', 'Ω ✓ 🌱'];
    for (const words of ['en', 'ar'] as const) {
      expect(pagesOf(await issued(mixed, words))).toBe(1);
      expect(
        pagesOf(
          await issued(
            Array.from({ length: 70 }, () => 'x'.repeat(200)),
            words,
          ),
        ),
      ).toBe(3);
    }
  });

  it('is the same for the same issue', async () => {
    const [one, other] = [await issued(['a'], 'ar'), await issued(['a'], 'ar')];
    expect(one.length).toBe(other.length);
  });
});
