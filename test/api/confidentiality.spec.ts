import { TellJobs } from '../../apps/api/src/market/jobs/queries/what-is-kept';
import { houseTexts } from '../../apps/api/src/market/jobs/domain/house-text';
import { TestApp, type Answer, type Caller } from '../support/app';
import { gated, gatedJob, hash, secret, signedFor, textOf } from '../support/confidentiality';
import { kindsOfBytes, Sender } from '../support/files';
import { clinicJob, clinicProposal, known, sentProposal, type Known } from '../support/market';
import { Member } from '../support/members';

let app: TestApp;
let sender: Sender;
let client: Known;
let provider: Known;
let other: Known;
beforeAll(async () => {
  app = await TestApp.start();
  sender = await Sender.to(app);
});
beforeEach(async () => {
  await app.database.query('delete from rate_limits');
  client = await known(app, 'Noor Clinic', ['client']);
  provider = await known(app, 'Amira Hassan', ['provider'], { skills: ['angular'] });
  other = await known(app, 'Tomas Vidal', ['provider']);
});
afterAll(() => app.stop());

const outcome = ({ status, body }: Answer) => [status, body['code']];
const proposal = { ...clinicProposal, answers: ['Nothing'] };

const published = (changes: object = {}) => gatedJob(app, client, changes);
const signed = (id: string, who: Known = provider, changes: object = {}) =>
  signedFor(app, id, who, changes);
const page = async (id: string, who: Caller) => (await who.get(`/api/jobs/${id}`)).body;

describe('a job whose brief is held back', () => {
  it('shows title, budget, skills and summary to everybody, and nothing more', async () => {
    const { id, answer } = await published();
    expect(answer.status).toBe(204);
    for (const who of [app.guest(), provider, app.as(['support'])]) {
      expect(await page(id, who)).toMatchObject({
        ...{ title: clinicJob.title, summary: gated.summary, held: true, nda: true },
        ...{ budget: clinicJob.budget, skills: clinicJob.skills },
        ...{ description: '', questions: [], attachments: [] },
      });
    }
    expect(await page(id, client)).toMatchObject({ held: false, description: gated.description });
  });

  it('is not published without the summary that everybody reads instead', async () => {
    const { answer } = await published({ summary: ' ' });
    expect(outcome(answer)).toEqual([422, 'jobs.incomplete']);
    expect(answer.body['facts']).toEqual({ missing: ['summary'] });
  });

  it('has its words nowhere else: not in the search, in no mail, notice, read model or fact', async () => {
    await other.post('/api/search/saved', { name: 'Mine', query: { q: secret } });
    const { id } = await published();
    await signed(id);
    const asked = [
      await app.guest().get(`/api/search/jobs?q=${secret}`),
      await app.guest().get(`/api/search/jobs?q=clinics`),
      await app.guest().get(`/api/search/suggest?q=${secret.slice(0, 4)}`),
      await app.guest().get(`/api/jobs/${id}/confidentiality`),
      await other.get(`/api/jobs/${id}`),
      await other.get('/api/notifications'),
      await app.as(['support']).get(`/api/admin/jobs?q=clinics`),
    ];
    for (const answer of asked) {
      expect(answer.status).toBe(200);
      expect(JSON.stringify({ ...answer.body, corrected: null })).not.toContain(secret);
    }
    expect(asked[0]?.body['items']).toEqual([]);
    expect(asked[1]?.body['items']).toContainEqual(
      expect.objectContaining({ id, excerpt: gated.summary }),
    );
    // Whoever signed has it before their eyes, not in their copy of what is kept about them.
    for (const { id: who } of [provider, other]) {
      const tables = await app.app.get(TellJobs).tablesOf(app.database, who);
      expect(JSON.stringify(tables)).not.toContain(secret);
    }
    await app.database.query('delete from saved_searches');
    expect(await tablesWith(secret)).toEqual(['public.jobs']);
  });

  /** Every table there is in which a row has this word. */
  async function tablesWith(word: string): Promise<string[]> {
    const tables = await app.database.query<{ name: string }>(
      `select table_schema || '.' || table_name as name from information_schema.tables
        where table_schema in ('public', 'record', 'ledger') and table_type = 'BASE TABLE'`,
    );
    const found: string[] = [];
    for (const { name } of tables) {
      const [row] = await app.database.query(
        `select 1 from ${name} t where t::text ilike '%' || $1 || '%' limit 1`,
        [word],
      );
      if (row) found.push(name);
    }
    expect(tables.length).toBeGreaterThan(50);
    return found;
  }

  it('takes proposals of those who signed alone', async () => {
    const { id } = await published();
    const path = `/api/jobs/${id}/proposals`;
    const refused = await provider.post(path, proposal);
    expect(outcome(refused)).toEqual([403, 'confidentiality.not_signed']);
    await signed(id);
    expect((await provider.post(path, proposal)).status).toBe(201);
    expect(outcome(await other.post(path, proposal))).toEqual([403, 'confidentiality.not_signed']);
  });

  it('that is for those who were asked alone is not there for others, its text neither', async () => {
    const { id } = await published({ visibility: 'invited' });
    const asked = await provider.get(`/api/jobs/${id}/confidentiality`);
    expect(outcome(asked)).toEqual([404, 'jobs.not_found']);
    const refused = await signed(id, provider, { sha256: hash(houseTexts.en) });
    expect(outcome(refused)).toEqual([404, 'jobs.not_found']);
    await app.database.query(
      `insert into job_invitations (job_id, provider_id, invited_at) values ($1, $2, now())`,
      [id, provider.id],
    );
    expect(await page(id, provider)).toMatchObject({ held: true, description: '' });
    expect((await signed(id)).status).toBe(204);
    expect(await page(id, provider)).toMatchObject({ held: false });
  });

  it('is read whole by staff over the console alone, and the look is logged', async () => {
    const { id } = await published();
    const support = await known(app, 'Sana Support', ['support']);
    expect(await page(id, support)).toMatchObject({ held: true, description: '' });
    const { body } = await support.get(`/api/admin/jobs/${id}`);
    expect(body).toMatchObject({ held: false, description: gated.description });
    const rows = await app.database.query(
      `select action, subject, path from staff_actions where staff_id = $1 and path like $2`,
      [support.id, `%${id}%`],
    );
    expect(rows).toEqual([{ action: 'inspect', subject: 'Job', path: `/api/admin/jobs/${id}` }]);
    expect((await provider.get(`/api/admin/jobs/${id}`)).status).not.toBe(200);
  });
});

describe('signing', () => {
  it('opens brief, questions and files to who signed, and to nobody else', async () => {
    const file = await sender.whole(client, {
      ...{ name: 'plan.png', bytes: kindsOfBytes.png, purpose: 'job' },
    });
    const { id } = await published({ attachments: [file.id] });
    const content = `/api/files/${file.id}/content`;
    expect((await provider.get(content)).status).toBe(404);
    expect((await signed(id)).status).toBe(204);
    expect(await page(id, provider)).toMatchObject({
      ...{ held: false, description: gated.description, questions: gated.questions },
      attachments: [{ id: file.id }],
    });
    expect((await provider.get(content)).status).toBe(302);
    for (const who of [app.guest(), other]) {
      expect(await page(id, who)).toMatchObject({ held: true, attachments: [] });
      expect((await who.get(content)).status).toBe(404);
    }
  });

  it('is told with ids and the hash of the very text, on a stream of its own, and once', async () => {
    const { id } = await published();
    const { sha256 } = await textOf(id, provider);
    expect(sha256).toBe(hash(houseTexts.en));
    await signed(id);
    await signed(id);
    const told = await app.database.query<{ stream: string; raw: string }>(
      `select stream, raw from record.events where type = 'ConfidentialitySigned'
        and raw like '%' || $1 || '%'`,
      [id],
    );
    expect(told).toHaveLength(1);
    const [{ stream, raw } = { stream: '', raw: '' }] = told;
    const { data } = JSON.parse(raw) as { data: Record<string, string> };
    expect(stream).toBe(`confidentiality-${String(data['signatureId'])}`);
    expect(data).toMatchObject({ jobId: id, accountId: provider.id, clientId: client.id, sha256 });
    expect(raw).not.toContain(provider.name);
    expect(raw).not.toContain('confidential,');
  });

  it('needs the own full name, the text of now, an open job, and another’s job', async () => {
    const { id } = await published();
    const named = await signed(id, provider, { signature: 'Somebody Else' });
    expect(outcome(named)).toEqual([422, 'confidentiality.signature_mismatch']);
    const stale = await signed(id, provider, { sha256: hash('an older text') });
    expect(outcome(stale)).toEqual([409, 'confidentiality.text_changed']);
    const both = app.as(['client', 'provider'], client.id);
    const own = await signed(id, { ...both, name: client.name });
    expect(outcome(own)).toEqual([409, 'confidentiality.own_job']);
    const { id: open } = await published({ signFirst: false });
    const input = { signature: provider.name, sha256: hash(houseTexts.en) };
    const nothing = await provider.post(`/api/jobs/${open}/confidentiality`, input);
    expect(outcome(nothing)).toEqual([404, 'confidentiality.nothing_to_sign']);
    expect((await client.post(`/api/jobs/${id}/confidentiality`, input)).status).toBe(403);
    await client.post(`/api/jobs/${id}/close`, { reason: 'other' });
    expect(outcome(await signed(id))).toEqual([409, 'jobs.not_open']);
  });

  it('is in the language that was read, and both sides see who signed what and when', async () => {
    const { id } = await published();
    const arabic = await textOf(id, other, '?locale=ar');
    expect(arabic.text).toBe(houseTexts.ar);
    await signed(id, other, { sha256: arabic.sha256 });
    expect(await textOf(id, other)).toMatchObject({
      ...{ text: houseTexts.ar, sha256: arabic.sha256, open: false },
      signed: { name: other.name },
    });
    const { body } = await client.get(`/api/jobs/${id}/signatures`);
    expect(body['items']).toMatchObject([
      { by: { id: other.id }, name: other.name, sha256: arabic.sha256, version: null },
    ]);
    for (const who of [other, provider])
      expect(outcome(await who.get(`/api/jobs/${id}/signatures`))).toEqual([403, 'jobs.not_yours']);
  });

  it('holds after the job is filled or closed', async () => {
    const { id } = await published();
    await signed(id);
    await sentProposal(provider, id, { answers: ['Nothing'] });
    await client.post(`/api/jobs/${id}/close`, { reason: 'other' });
    expect(await page(id, provider)).toMatchObject({ held: false, status: 'closed' });
    expect(await page(id, other)).toMatchObject({ held: true });
  });

  it('is of no use to an account that is suspended', async () => {
    const { id } = await published();
    const member = await Member.signedUp(app, ['provider']);
    const { sha256 } = await textOf(id, provider);
    const input = { signature: 'Layla Haddad', sha256 };
    expect((await member.post(`/api/jobs/${id}/confidentiality`, input)).status).toBe(204);
    expect((await member.get(`/api/jobs/${id}`)).body).toMatchObject({ held: false });
    const desk = await known(app, 'Carla Compliance', ['compliance']);
    const why = { reason: 'security', note: 'Ticket 4711: the mailbox was taken over.' };
    expect((await desk.post(`/api/admin/accounts/${member.id}/suspend`, why)).status).toBe(204);
    const after = await member.get(`/api/jobs/${id}`);
    expect(JSON.stringify(after.body)).not.toContain(secret);
  });
});
