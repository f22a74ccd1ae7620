import { spawn } from 'node:child_process';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { KeepExport } from '../../apps/api/src/trust/audit/commands/keep-export';
import { kinds, signerOf } from '@eventstore/notes';
import type { Role } from '@wire/permissions';
import { auditedApp, fund } from '../support/audit';
import { agreed, decideAs } from '../support/approvals';
import { verify } from '../support/exports';
import { known } from '../support/market';

const witness = signerOf('auditor.example/w1', Buffer.alloc(32, 9), kinds.cosignature);
let house: Awaited<ReturnType<typeof auditedApp>>;
beforeAll(async () => {
  house = await auditedApp({ AUDIT_WITNESSES: witness.vkey });
  await fund(house.app, 5_000n);
  await house.catchUp();
});
afterAll(() => house.stop());

const staff = (role: Role) => known(house.app, `Somebody of ${role}`, [role]);

const path = '/api/admin/audit/exports';
const wanted = { scope: { kind: 'everything' }, purpose: 'Yearly audit, =HYPERLINK("x")' };
const produce = (exportId: string) =>
  house.app.app
    .get(KeepExport)
    .process({ data: { exportId } } as Parameters<KeepExport['process']>[0]);

describe('the desk of exports', () => {
  it('makes a copy that somebody asked for and compliance agreed to', async () => {
    const auditor = await staff('auditor');
    const compliance = await staff('compliance');
    const { body, status } = await auditor.post(path, wanted);
    expect(status).toBe(201);
    await house.app.settle();
    const id = String(body['id']);
    const content = `${path}/${id}/content`;
    expect((await auditor.get(content)).body['code']).toBe('audit.not_ready');
    expect(await agreed(house.app, compliance, String(body['approvalId']))).toBe('executed');
    expect((await auditor.get(`${path}/${id}`)).body).toMatchObject({ state: 'producing' });
    await house.catchUp();
    await produce(id);
    const ready = await auditor.get(`${path}/${id}`);
    expect(ready.body).toMatchObject({ state: 'ready', purpose: wanted.purpose, downloads: 0 });
    const copy = await auditor.bytes(content);
    const verdict = verify(house, copy) as ReturnType<typeof verify> & {
      manifestSha256: string;
    };
    expect(verdict).toMatchObject({ exit: 0, manifestSha256: ready.body['manifestSha256'] });
    const told = await house.app.database.query<{ type: string; raw: string }>(
      'select type, raw from record.events where stream = $1 order by version',
      [`export-${id}`],
    );
    expect(told.map(({ type }) => type.replace('AuditExport', ''))).toEqual([
      'Requested',
      'Approved',
      'Produced',
      'Downloaded',
    ]);
    expect(told.map(({ raw }) => raw).join()).not.toContain('Yearly');
  });

  it('makes none that compliance refused, and lets go of it after thirty days', async () => {
    const auditor = await staff('auditor');
    const compliance = await staff('compliance');
    const refused = (await auditor.post(path, wanted)).body;
    await house.app.settle();
    await decideAs(compliance, String(refused['approvalId']), 'deny');
    await house.app.settle();
    expect((await auditor.get(`${path}/${String(refused['id'])}`)).body['state']).toBe('denied');
    const [first] = (await auditor.get(path)).body['items'] as { id: string }[];
    expect(first?.id).toBe(refused['id']);
    await house.app.passDays(31);
    const old = (await auditor.get(path)).body['items'] as { id: string; state: string }[];
    const expired = old.find(({ state }) => state === 'expired')!;
    expect((await auditor.get(`${path}/${expired.id}/content`)).status).toBe(410);
  });

  it('wants a purpose, a sensible period, and somebody who may ask', async () => {
    const auditor = await staff('auditor');
    const from = '2026-02-01T00:00:00.000Z';
    const period = { kind: 'period', from, to: from };
    expect((await auditor.post(path, { ...wanted, purpose: ' ' })).status).toBe(400);
    expect((await auditor.post(path, { ...wanted, scope: period })).body['code']).toBe(
      'audit.bad_period',
    );
    expect((await house.app.as(['finance_maker']).post(path, wanted)).status).toBe(403);
    expect((await house.app.guest().get(path)).status).toBe(401);
  });
});

describe('a witness outside', () => {
  let server: Server;
  let url: string;
  beforeAll(async () => {
    server = createServer((request, reply) => {
      void house.app.app
        .inject({ method: 'GET', url: `/api/log${request.url ?? ''}` })
        .then(({ statusCode, rawPayload }) => reply.writeHead(statusCode).end(rawPayload));
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => server.close());

  it('follows heads that continue each other, and refuses one that does not', async () => {
    const vkey = String((await house.app.guest().get('/api/log/keys')).body['origin']);
    expect(vkey).toBe('guildhall.local/api/log');
    const keys = (await house.app.guest().get('/api/log/keys')).body['items'] as { vkey: string }[];
    const first = await look(url, keys[0]!.vkey, null);
    for (let n = 0; n < 300; n += 1) await fund(house.app, 1n);
    await house.catchUp();
    const second = await look(url, keys[0]!.vkey, first);
    expect(second['size']).toBeGreaterThan(first['size'] as number);
    const forged = { ...first, root: Buffer.alloc(32).toString('base64') };
    expect(await look(url, keys[0]!.vkey, forged)).toHaveProperty('evidence');
    const stranger = signerOf('guildhall.local/api/log', Buffer.alloc(32, 1)).vkey;
    expect(String((await look(url, stranger, null))['error'])).toContain('not signed');
  });
});

/** What the witness's own program makes of it. */
async function look(
  url: string,
  vkey: string,
  seen: object | null,
): Promise<Record<string, unknown>> {
  const program = join(__dirname, '../../libs/verifier/witness.mjs');
  const script = `const { look } = await import(process.argv[1]);
    const [url, vkey, seen] = process.argv.slice(2);
    console.log(JSON.stringify(await look(url, vkey, JSON.parse(seen)).catch((error) =>
      ({ error: error.message, ...(error.evidence && { evidence: true }) }))));`;
  const child = spawn(process.execPath, [
    '--input-type=module',
    '-e',
    script,
    program,
    url,
    vkey,
    JSON.stringify(seen),
  ]);
  let text = '';
  for await (const chunk of child.stdout) text += String(chunk);
  return JSON.parse(text) as Record<string, unknown>;
}
