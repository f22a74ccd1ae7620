import { randomUUIDv7 } from 'node:crypto';
import { key } from '../support/approvals';
import { TestApp } from '../support/app';
import { known, type Known } from '../support/market';

let app: TestApp;
let compliance: Known;
let person: Known;
beforeAll(async () => {
  app = await TestApp.start();
  compliance = await known(app, 'Kavya Menon', ['compliance']);
});
afterAll(() => app.stop());
beforeEach(async () => {
  person = await known(app, 'Amira Hassan', ['provider']);
});

/** Papers that a person of compliance has before them. */
async function inReview(): Promise<string> {
  const id = randomUUIDv7();
  await app.database.query(
    `insert into verifications (id, account_id, tier, state, risk, files, stated, submitted_at, due_at)
      values ($1, $2, 'T2', 'review', 'normal', '{}', '', now(), now())`,
    [id, person.id],
  );
  return id;
}

const checklist = ['readable', 'valid', 'name', 'birth', 'face'];

async function decided(decision: string, reasons: string[]): Promise<void> {
  const words = { decision, reasons, note: 'The lower half is missing.', checklist };
  const path = `/api/admin/verification/${await inReview()}/decide`;
  expect(await compliance.post(path, words, key())).toMatchObject({ status: 200 });
  await app.settle();
}

async function mails() {
  return app.database.query<{ kind: string; link: string; about: Record<string, unknown> }>(
    'select kind, link, about from mail_log where account_id = $1 order by queued_at, id',
    [person.id],
  );
}

async function inbox(): Promise<string[]> {
  const { body } = await person.get('/api/notifications');
  return (body['items'] as { kind: string }[]).map(({ kind }) => kind);
}

describe('whoever sent papers is told', () => {
  it('that they are approved, and until when', async () => {
    await decided('approve', []);
    const [mail, ...more] = await mails();
    expect(more).toEqual([]);
    expect(mail).toMatchObject({ kind: 'papers_approved', link: '/settings/verification' });
    expect(String(mail?.about['deadline'])).toMatch(/^\d{4}-/);
    expect(await inbox()).toEqual(['papers_approved']);
  });

  it('that they are refused, with the reasons that say what to do next', async () => {
    await decided('reject', ['document_expired', 'face_mismatch']);
    expect(await mails()).toMatchObject([
      { kind: 'papers_rejected', about: { reasons: ['document_expired', 'face_mismatch'] } },
    ]);
    expect(await inbox()).toEqual(['papers_rejected']);
  });

  it('that more is needed, and never the words of compliance in a mail', async () => {
    await decided('need_info', ['document_unreadable']);
    const [mail] = await mails();
    expect(mail).toMatchObject({ kind: 'papers_asked' });
    expect(mail?.about).toEqual({ reasons: ['document_unreadable'] });
    expect(await inbox()).toEqual(['papers_asked']);
  });
});

it('is told a month and a week before a proof ends, and when it has', async () => {
  await decided('approve', []);
  for (const days of [701, 23, 7]) await app.passDays(days);
  const told = ['papers_approved', 'papers_expiring', 'papers_expiring', 'papers_expired'];
  expect((await mails()).map(({ kind }) => kind)).toEqual(told);
  expect((await inbox()).toReversed()).toEqual(told);
});
