import { tarHeader } from '@eventstore/tar';
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { asOwner, auditedApp, fund } from '../support/audit';
import { exported, verify } from '../support/exports';
import { freshDatabase } from '../support/database';

type House = Awaited<ReturnType<typeof auditedApp>>;
let house: House;
let contractId: string;
let account: string;
let genuine: Buffer;
beforeAll(async () => {
  house = await auditedApp();
  for (let n = 1; n <= 4; n += 1) await fund(house.app, BigInt(n) * 100n);
  ({ contractId, account } = await fund(house.app, 4_000_000n));
  await fund(house.app, 500n, { contractId });
  genuine = await exported(house);
});
afterAll(() => house.stop());

/** Members of a tar, to change one and put it together again. */
function members(tar: Buffer): Map<string, Buffer> {
  const files = new Map<string, Buffer>();
  for (let at = 0; tar[at] !== 0;) {
    const name = tar.toString('latin1', at, at + 100).replace(/\0.*/s, '');
    const size = parseInt(tar.toString('latin1', at + 124, at + 135), 8);
    files.set(name, tar.subarray(at + 512, at + 512 + size));
    at += 512 + Math.ceil(size / 512) * 512;
  }
  return files;
}
const packed = (files: Map<string, Buffer>) =>
  Buffer.concat([
    ...[...files].flatMap(([name, content]) => [
      tarHeader(name, content.length),
      content,
      Buffer.alloc((512 - (content.length % 512)) % 512),
    ]),
    Buffer.alloc(1024),
  ]);
function changed(name: string, change: (content: Buffer) => Buffer): Buffer {
  const files = members(genuine);
  const key = [...files.keys()].find((one) => one.endsWith(`/${name}`))!;
  files.set(key, change(files.get(key)!));
  return packed(files);
}
const text = (change: (text: string) => string) => (content: Buffer) =>
  Buffer.from(change(content.toString()));

describe('an export that nobody touched', () => {
  it('is whole, with everything in it', () => {
    const verdict = verify(house, genuine);
    expect(verdict).toMatchObject({ exit: 0, findings: [] });
    expect(verdict.summary).toMatch(/^\d+ events, chain intact, signature valid, trial balance 0$/);
    expect(verdict.counts).toMatchObject({ entries: 18, accounts: 7 });
    expect(packed(members(genuine)).equals(genuine)).toBe(true);
  });

  it('is checked against the key that the reader knows', () => {
    expect(verify(house, genuine, '--key', verify(house, genuine).log!.vkey).exit).toBe(0);
    const { exit, findings } = verify(house, genuine, '--key', 'other.example+00000000+AQ==');
    expect([exit, findings[0]]).toEqual([1, expect.stringContaining('another key')]);
  });

  it('of one contract proves its events by the same head of the log', async () => {
    const scope = { kind: 'contract' as const, contractId };
    const verdict = verify(house, await exported(house, scope));
    expect(verdict).toMatchObject({ exit: 0, counts: { events: 2, streams: 1, entries: 6 } });
  });

  it('of a period has every leaf between, and what accounts held before', async () => {
    const between = new Date().toISOString();
    await fund(house.app, 900n, { contractId });
    await fund(house.app, 901n, { contractId });
    const to = new Date(Date.now() + 60_000).toISOString();
    const verdict = verify(house, await exported(house, { kind: 'period', from: between, to }));
    expect(verdict).toMatchObject({ exit: 0, counts: { events: 2, streams: 1, entries: 6 } });
  });
});

describe('an export that somebody changed', () => {
  const kindsOfHarm: [string, () => Buffer, number, RegExp][] = [
    [
      'an amount in an event',
      () =>
        changed(
          'events.ndjson',
          text((t) => t.replace('4000000', '4000001')),
        ),
      1,
      /event \d+ altered/,
    ],
    [
      'an amount in an entry',
      () =>
        changed(
          'entries.csv',
          text((t) => t.replaceAll('4000000', '4000001')),
        ),
      1,
      /altered/,
    ],
    [
      'an event left out',
      () =>
        changed(
          'events.ndjson',
          text((t) => t.replace(/.*\n/, '')),
        ),
      1,
      /altered|missing/,
    ],
    [
      'a balance',
      () =>
        changed(
          'balances.csv',
          text((t) => t.replaceAll('4000500', '4000501')),
        ),
      1,
      /altered/,
    ],
    [
      'a file swapped for another',
      () => changed('trial_balance.csv', () => Buffer.from('nothing\n')),
      1,
      /trial_balance/,
    ],
    [
      'a manifest of its own',
      () =>
        changed(
          'manifest.json',
          text((t) => t.replace('"entries": 18', '"entries": 19')),
        ),
      1,
      /manifest/,
    ],
    [
      'a file added',
      () => packed(new Map([...members(genuine), ['x/more.txt', Buffer.from('?')]])),
      1,
      /does not belong/,
    ],
    [
      'bytes behind the end',
      () => Buffer.concat([genuine, Buffer.alloc(512)]),
      1,
      /behind the end/,
    ],
    [
      'its manifest removed',
      () =>
        packed(new Map([...members(genuine)].filter(([name]) => !name.endsWith('manifest.json')))),
      2,
      /manifest/,
    ],
    ['its end cut off', () => genuine.subarray(0, genuine.length - 700), 2, /cut short/],
    ['its second half cut off', () => genuine.subarray(0, genuine.length / 2), 2, /cut short/],
    ['nothing left', () => Buffer.alloc(0), 2, /cut short/],
  ];
  it.each(kindsOfHarm)('has %s: that is found', (_, harm, exit, finding) => {
    const verdict = verify(house, harm());
    expect(verdict.exit).toBe(exit);
    expect(verdict.findings.join('\n')).toMatch(finding);
  });

  it('names the event whose bytes are other ones', () => {
    const events = members(genuine)
      .get([...members(genuine).keys()][0]!)!
      .toString()
      .split('\n');
    const at = events.findIndex((line) => line.includes('4000000'));
    const harmed = changed(
      'events.ndjson',
      text((t) => t.replace('"4000000"', '"4000009"')),
    );
    const leaf = /"leaf":(\d+)/.exec(events[at]!)![1];
    expect(verify(house, harmed).findings).toContain(`event ${leaf} altered`);
  });

  it('is found out at every single byte', () => {
    const script = join(house.folder, 'flip.mjs');
    const path = join(house.folder, 'small.tar');
    writeFileSync(path, genuine);
    const verifier = join(__dirname, '../../libs/verifier/verify.mjs');
    writeFileSync(script, flipEveryByte);
    const { stdout, stderr } = spawnSync(process.execPath, [script, verifier, path, '7'], {
      encoding: 'utf8',
    });
    expect(stderr).toBe('');
    expect(JSON.parse(stdout)).toMatchObject({ unseen: [] });
  });
});

const flipEveryByte = `
import { readFileSync } from 'node:fs';
const [, , verifier, path, step] = process.argv;
const { verifyExport, platform } = await import(verifier);
const bytes = readFileSync(path);
const unseen = [];
let flips = 0;
for (let at = 0; at < bytes.length; at += Number(step)) {
  bytes[at] ^= 1 << (at % 8);
  flips += 1;
  if ((await verifyExport(bytes, platform)).exit === 0) unseen.push(at);
  bytes[at] ^= 1 << (at % 8);
}
console.log(JSON.stringify({ flips, size: bytes.length, unseen }));
`;

describe('a database that its owner changed', () => {
  const check = async () => {
    const { body } = await house.app.as(['auditor']).get('/api/admin/audit/check');
    return (body['findings'] as { kind: string }[]).map(({ kind }) => kind);
  };
  beforeEach(async () => {
    await house.stop();
    await freshDatabase();
    house = await auditedApp();
    for (let n = 1; n <= 3; n += 1) await fund(house.app, BigInt(n) * 1_000n);
    ({ account } = await fund(house.app, 77_000n));
    await house.catchUp();
    expect(await check()).toEqual([]);
  });

  const ofTheAccount = `(select journal from ledger.entries where account = $1)`;
  const deeds: [string, string, string][] = [
    [
      'altered an event',
      `update record.events set raw = replace(raw, '77000', '78000') where id in ${ofTheAccount}`,
      'event_altered',
    ],
    [
      'back-dated an event',
      `update record.events set recorded_at = recorded_at - interval '1 day' where id in ${ofTheAccount}`,
      'entries_altered',
    ],
    ['deleted an event', `delete from record.events where id in ${ofTheAccount}`, 'event_missing'],
    [
      'moved a leg to another account',
      `update ledger.entries set account = 'fees:INR' where account = $1`,
      'entries_altered',
    ],
    [
      'resealed an event',
      `update record.events set raw = replace(raw, '77000', '78000'), hash = record.chain_hash('', stream, version, replace(raw, '77000', '78000')) where id in ${ofTheAccount}`,
      'entries_altered',
    ],
    [
      'slipped an event in',
      `insert into record.events (xid, pos, stream, version, id, type, raw, hash) overriding system value
       select xid, -1, 'escrow-slipped', 1, gen_random_uuid(), type, raw, record.chain_hash('', 'escrow-slipped', 1, raw) from record.events where id in ${ofTheAccount}`,
      'event_not_in_log',
    ],
    [
      'changed a leaf',
      `update record.tlog_leaves set hash = sha256('x') where event in ${ofTheAccount}`,
      'log_altered',
    ],
  ];
  it.each(deeds)('%s: the check and the verifier say so', async (_, statement, kind) => {
    await asOwner(statement, [account]);
    expect(await check()).toContain(kind);
    expect(verify(house, await exported(house)).exit).toBe(1);
  });
});
