// An export as large as one likes, made with the product's own writers and no database.
import { randomBytes, randomUUID } from 'node:crypto';
import { createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';

const built = (path) => import(new URL(`../../dist/server/${path}`, import.meta.url).href);
const lib = 'libs/eventstore-client';
const audit = 'apps/api/src/trust/audit';
const { canonical, chainHash, sha256 } = await built(`${lib}/chain.js`);
const { leafEntry } = await built(`${lib}/leaf.js`);
const { leafHash, rootOf } = await built(`${lib}/merkle.js`);
const { signCheckpoint } = await built(`${lib}/checkpoint.js`);
const { signerOf, signNote } = await built(`${lib}/notes.js`);
const { ExportFolder } = await built(`${audit}/adapters/export-folder.js`);
const { ExportWriter } = await built(`${audit}/commands/export-writer.js`);
const csv = await built(`${audit}/domain/export-files.js`);

const streamsInUse = 20_000;
const key = signerOf('bench.example/log', randomBytes(32));
const started = 1_790_000_000_000_000n;
const heads = new Map();
const held = new Map();

/** One event in two moves money, as in a real record; escrow events are of this size. */
function eventAt(n) {
  const stream = `escrow-${String(n % streamsInUse).padStart(36, '0')}`;
  const before = heads.get(stream) ?? { version: 0, hash: Buffer.alloc(0) };
  const eventId = randomUUID();
  const amount = { amountMinor: String(1_000 + (n % 977)), currency: 'INR' };
  const raw = canonical({
    data: { milestoneId: randomUUID(), clientId: randomUUID(), amount, fee: amount, tax: amount },
    id: eventId,
    metadata: {
      actor: { id: randomUUID(), type: 'user' },
      at: '2026-11-02T00:00:00.000Z',
      causation: randomUUID(),
      correlation: randomUUID(),
    },
    schemaVersion: 1,
    type: 'EscrowFunded',
  });
  const version = before.version + 1;
  const hash = chainHash(before.hash, stream, version, raw);
  heads.set(stream, { version, hash });
  const recordedMicros = started + BigInt(n) * 1_000n;
  const legs = n % 2 === 0 ? legsOf(n, stream, BigInt(amount.amountMinor), recordedMicros) : [];
  const event = { xid: '1', pos: String(n), eventId, stream, version, raw, recordedMicros, legs };
  const whole = { ...event, chainHash: hash };
  return { ...whole, leaf: { n, hash: leafHash(leafEntry(whole)) } };
}

function legsOf(n, stream, amount, micros) {
  const account = `escrow:${stream.slice(7)}:INR`;
  const own = held.get(account) ?? { balance: 0n, version: 0 };
  held.set(account, { balance: own.balance + amount + 5n, version: own.version + 1 });
  const leg = (at, name, value, balance = null, version = null) => ({
    ...{ entryId: String(n * 3 + at), account: name, kind: 'escrow_funded', currency: 'INR' },
    ...{ amountMinor: String(value), balanceMinor: balance, accountVersion: version },
    ...{ effectiveMicros: String(micros), recordedMicros: String(micros) },
  });
  const now = held.get(account);
  return [
    leg(1, account, amount + 5n, String(now.balance), String(now.version)),
    leg(2, 'fees:INR', -5n),
    leg(3, 'gateway:bench:INR', -amount),
  ];
}

/** Makes an export of so many events, works with it, and removes it. */
export async function withExport(count, work) {
  const home = mkdtempSync(join(tmpdir(), 'guildhall-export-bench-'));
  const path = join(home, 'export.tar');
  try {
    await makeExport(path, count);
    heads.clear();
    held.clear();
    await work(path);
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}

async function makeExport(path, count) {
  const folder = await ExportFolder.open('export-bench');
  const writer = new ExportWriter(folder);
  await writer.begin(csv.entriesHead);
  const leaves = [];
  for (let at = 0; at < count; at += 1_000) {
    const page = Array.from({ length: Math.min(1_000, count - at) }, (_, n) => eventAt(at + n));
    leaves.push(...page.map(({ leaf }) => leaf.hash));
    await writer.write(page);
  }
  const accounts = [...writer.movements].map(([account, movement]) => ({
    ...{ account, kind: account.split(':')[0], owner: '', currency: 'INR', hot: false },
    ...{ opening: 0n, movement },
  }));
  await folder.append('balances.csv', csv.balancesCsv(accounts));
  await folder.append('trial_balance.csv', csv.trialBalanceCsv(accounts));
  const streams = [...writer.streams].map(([stream, seen]) => ({ stream, previous: '', ...seen }));
  await folder.append('streams.csv', csv.streamsCsv(streams));
  const root = rootOf(leaves);
  await folder.append(
    'tlog/checkpoint',
    signCheckpoint({ origin: key.name, size: count, root }, [key]),
  );
  await folder.append('tlog/cover', '');
  const totals = [...writer.totals].map(([currency, { entries, debit, credit }]) => ({
    ...{ currency, entries, debitMinor: String(debit), creditMinor: String(credit) },
  }));
  const { events, entries } = writer;
  const manifest = JSON.stringify({
    ...{ format: 'guildhall.export.v1', exportId: 'bench', scope: { kind: 'everything' }, totals },
    log: { origin: key.name, size: count, root: root.toString('base64'), vkey: key.vkey },
    counts: { events, entries, streams: streams.length, accounts: accounts.length },
    files: folder.files(),
  });
  await folder.append('manifest.json', manifest);
  const text = `guildhall.export.v1\nbench\n${sha256(manifest).toString('hex')}\n`;
  await folder.append('manifest.sig', signNote(text, [key]));
  await pipeline((await folder.tar()).content, createWriteStream(path));
  await folder.remove();
}
