import { CommandBus } from '@nestjs/cqrs';
import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { ConfirmIdentity } from '../../apps/api/src/trust/verification';
import { auditedApp } from '../support/audit';
import { key } from '../support/approvals';
import { made } from '../support/copies';
import { kindsOfBytes, Sender } from '../support/files';
import { known, type Known } from '../support/market';
import { Member } from '../support/members';
import { fundedContract } from '../support/money';
import { unzipped } from '../support/unzipped';

/** Every file of a context, with the context that it is of. */
const sources = (): { context: string; text: string }[] =>
  globSync('apps/api/src/*/*/{commands,queries}/*.ts').map((path) => ({
    context: path.split('/').slice(3, 5).join('/'),
    text: readFileSync(path, 'utf8'),
  }));

interface Listed {
  readonly path: string;
  readonly sha256: string;
  readonly rows?: number;
}

let house: Awaited<ReturnType<typeof auditedApp>>;
let client: Known;
let provider: Known;
beforeAll(async () => {
  house = await auditedApp();
  client = await known(house.app, 'Nadia Rahman', ['client']);
  provider = await known(house.app, 'Tomas Vidal', ['provider']);
});
afterAll(() => house.stop());

const proof = (who: Known) => Member.proofOf(house.app, who.id, 'export');

async function linkTo(who: Known, exportId: string): Promise<string> {
  const { body } = await who.post(`/api/privacy/exports/${exportId}/link`, {}, proof(who));
  return String(body['url']);
}

async function mailsTo({ id }: Known): Promise<string[]> {
  const rows = await house.app.database.query<{ kind: string }>(
    `select kind from mail_log where account_id = $1 order by queued_at, id`,
    [id],
  );
  return rows.map(({ kind }) => kind);
}

describe('a copy of one’s own data', () => {
  let exportId = '';
  let files: Map<string, Buffer>;
  const table = (path: string) =>
    JSON.parse((files.get(`${path}.json`) ?? Buffer.from('null')).toString()) as Record<
      string,
      unknown
    >[];

  beforeAll(async () => {
    const { app } = house;
    const sender = await Sender.to(app);
    const file = await sender.whole(provider, { name: 'sketch.png', bytes: kindsOfBytes.png });
    const { contractId, milestoneIds } = await fundedContract(app, client, provider);
    const [milestoneId = ''] = milestoneIds;
    const work = `/api/escrow/${contractId}/milestones/${milestoneId}`;
    await provider.post(`${work}/deliver`, { note: 'Here it is.', files: [file.id] }, key());
    const changes = { points: ['Fix the footer'], note: 'Only the client wrote this.' };
    await client.post(`${work}/request-changes`, changes, key());
    await app.settle();
    const stated = { legalName: 'Tomas Vidal Roca', birthDate: '1988-02-03', country: 'ES' };
    await app.app.get(CommandBus).execute(new ConfirmIdentity(provider.id, stated));
    const { status, body } = await provider.post('/api/privacy/exports');
    expect(status).toBe(201);
    exportId = String(body['id']);
  });

  it('is not there at once, and only one is made a day', async () => {
    const { body } = await provider.get('/api/privacy');
    expect(body).toMatchObject({ exports: [{ id: exportId, state: 'making' }] });
    expect(await provider.post('/api/privacy/exports')).toMatchObject({
      status: 409,
      body: { code: 'privacy.export_under_way' },
    });
    await made(house.app, exportId);
    expect(await provider.post('/api/privacy/exports')).toMatchObject({
      status: 409,
      body: { code: 'privacy.export_too_soon' },
    });
    const { body: after } = await provider.get('/api/privacy');
    expect(after).toMatchObject({ exports: [{ state: 'ready' }] });
    expect(after['nextExportAt']).toEqual(expect.any(String));
    expect(await mailsTo(provider)).toContain('own_export_ready');
  });

  it('is given to whoever proves again that it is theirs, and to nobody else', async () => {
    const link = `/api/privacy/exports/${exportId}/link`;
    expect(await provider.post(link)).toMatchObject({
      body: { code: 'accounts.step_up_required' },
    });
    expect(await client.post(link, {}, proof(client))).toMatchObject({
      body: { code: 'privacy.no_such_export' },
    });
    const url = await linkTo(provider, exportId);
    expect(await client.get(url)).toMatchObject({ status: 404 });
    expect(await house.app.guest().get(url)).toMatchObject({ status: 401 });
    const wrong = url.replace(/key=.*/, `key=${'x'.repeat(43)}`);
    expect(await provider.get(wrong)).toMatchObject({ body: { code: 'privacy.link_ended' } });
    files = await unzipped(await provider.bytes(url));
    await house.app.database.query("update data_exports set link_until = now() - interval '1 s'");
    expect(await provider.get(url)).toMatchObject({ body: { code: 'privacy.link_ended' } });
  });

  it('has a manifest that names every file by its hash', () => {
    const manifest = JSON.parse(String(files.get('manifest.json'))) as {
      files: Listed[];
      madeAt: string;
    };
    expect(manifest.madeAt).toEqual(expect.any(String));
    expect(manifest.files.map(({ path }) => path).sort()).toEqual(
      [...files.keys()].filter((path) => path !== 'manifest.json').sort(),
    );
    for (const { path, sha256 } of manifest.files)
      expect([
        path,
        createHash('sha256')
          .update(files.get(path) ?? '')
          .digest('hex'),
      ]).toEqual([path, sha256]);
    expect(manifest.files.find(({ path }) => path === 'proposals/proposals.csv')?.rows).toBe(1);
  });

  it('holds what is theirs in the clear, tables twice and files as they are', () => {
    expect(table('account/account')).toMatchObject([{ id: provider.id, name: 'Tomas Vidal' }]);
    expect(JSON.stringify(table('proposals/proposals'))).toContain('two hospitals');
    expect(table('deliveries/deliveries')).toMatchObject([{ note: 'Here it is.' }]);
    expect(String(files.get('proposals/proposals.csv'))).toMatch(/^id,jobId,clientId,/);
    const [sketch] = [...files.keys()].filter((path) => path.endsWith('/sketch.png'));
    expect(files.get(sketch ?? '')?.equals(kindsOfBytes.png)).toBe(true);
    expect(table('wallet/statement')).toEqual([]);
    const [proved] = table('verification/verifications');
    expect(String(proved?.['stated'])).toContain('Tomas Vidal Roca');
  });

  it('holds something of every context that can forget somebody', () => {
    const told = new Set([...files.keys()].map((path) => path.split('/')[0]));
    for (const context of ['api-keys', 'factors', 'verification', 'webhooks'])
      expect([context, told.has(context)]).toEqual([context, true]);
    const forgetful = sources().filter(({ text }) => text.includes('@Forgets()'));
    const telling = sources().filter(({ text }) => text.includes('@Tells('));
    const contexts = new Set(telling.map(({ context }) => context));
    // Copies are what this is about, and how often somebody was refused is a number.
    const silent = forgetful.filter(({ context }) => !contexts.has(context));
    expect(silent.map(({ context }) => context).toSorted()).toEqual([
      'people/privacy',
      'platform/surface',
    ]);
  });

  it('shows other people as numbers, and nothing that they wrote', () => {
    const everything = [...files.values()].map(String).join('\n');
    expect(everything).not.toContain(client.id);
    expect(everything).not.toContain('Nadia Rahman');
    expect(everything).not.toContain('Only the client wrote this.');
    expect(everything).not.toContain('sealed:1:');
    const [contract] = table('contracts/contracts');
    expect(contract).toMatchObject({ providerId: provider.id });
    expect(contract?.['clientId']).toMatch(/^person-\d+$/);
  });

  it('is removed after a week', async () => {
    await house.app.passDays(7);
    const link = `/api/privacy/exports/${exportId}/link`;
    expect(await provider.post(link, {}, proof(provider))).toMatchObject({
      status: 410,
      body: { code: 'privacy.export_expired' },
    });
    expect(await provider.post('/api/privacy/exports')).toMatchObject({ status: 201 });
  });
});
