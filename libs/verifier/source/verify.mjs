import { Chains } from './chains.mjs';
import { unpack } from './container.mjs';
import { checkId, checkLeaf, eventsOf, Legs } from './events.mjs';
import { Ledger } from './ledger.mjs';
import { checkFiles, openManifest } from './manifest.mjs';
import { Report } from './report.mjs';
import { checkTree } from './tree.mjs';

const none = new Uint8Array(0);

/**
 * Checks an export, all of it, and answers what was found. `key` is the verifier key that the reader
 * trusts; without it the export is checked against the key that it names. `order` is the answer of
 * `orderOf` when another thread is at it.
 */
export async function verifyExport(bytes, platform, { key, order } = {}) {
  const report = new Report();
  const files = unpack(bytes, platform, report);
  const manifest = await openManifest(files, platform, report, key);
  const counts = { events: 0, entries: 0, streams: 0, accounts: 0 };
  const sealed = manifest ? checkFiles(files, manifest, platform, report) : undefined;
  if (manifest?.log && report.exit !== 2)
    try {
      await checkContents(files, manifest, platform, report, counts, order);
    } catch (error) {
      report.broken(`the contents cannot be read: ${error.message}`);
    }
  await sealed;
  return resultOf(report, manifest, counts);
}

/**
 * What the order of the events comes to: the chains of all streams, the ids that entries name, the
 * numbers in the log and the tree over its leaves. A second thread may do it beside the rest.
 */
export async function orderOf(files, manifest, platform) {
  const report = new Report();
  const chains = new Chains(files.get('streams.csv') ?? none, platform, report);
  const numbers = [];
  // A line that cannot be read is told by the other reader of the events.
  for (const event of eventsOf(files.get('events.ndjson') ?? none, platform, new Report())) {
    chains.add(event.stream, event);
    checkId(event, platform, report);
    if (event.leaf !== null) numbers.push(event.leaf);
  }
  chains.finish();
  checkNumbers(numbers, manifest, report);
  await checkTree(files, manifest, numbers, platform, report);
  return { findings: report.findings, streams: chains.streams.size };
}

async function checkContents(files, manifest, platform, report, counts, beside) {
  const order = beside ?? orderOf(files, manifest, platform);
  const legs = new Legs(files.get('entries.csv') ?? none, platform);
  const ledger = new Ledger(report);
  const leaves = files.get('tlog/leaves') ?? none;
  let place = 0;
  for (const event of eventsOf(files.get('events.ndjson') ?? none, platform, report)) {
    const own = legs.of(event.id);
    checkLeaf(event, own, { leaves, place }, platform, report);
    ledger.add(event, own);
    if (event.leaf !== null) place += 1;
    counts.events += 1;
  }
  if (!legs.ahead.done) report.broken('an entry belongs to no event, or stands in the wrong place');
  const { findings, streams } = await order;
  report.lead(findings);
  counts.streams = streams;
  counts.accounts = ledger.finish(files, manifest, platform);
  counts.entries = ledger.entries;
  for (const [name, count] of Object.entries(counts))
    if (manifest.counts?.[name] !== count)
      report.broken(`there are ${count} ${name}, the manifest says ${manifest.counts?.[name]}`);
}

/** Leaves rise; everything, or a period, has every number between its first and its last. */
function checkNumbers(numbers, { scope, log }, report) {
  numbers.forEach((number, at) => {
    const before = at > 0 ? numbers[at - 1] : number - 1;
    if (number <= before) report.broken(`event ${number} is out of order`);
    else if (number !== before + 1 && scope.kind !== 'contract')
      report.broken(`event ${before + 1} is missing`);
  });
  const isAll = scope.kind === 'everything';
  if (isAll && numbers.length > 0 && numbers[0] !== 0) report.broken('event 0 is missing');
  if (isAll && numbers.at(-1) !== log.size - 1) report.broken(`event ${log.size - 1} is missing`);
}

function resultOf({ exit, findings }, manifest, counts) {
  const number = (value) => value.toLocaleString('en-US');
  const summary = {
    0: `${number(counts.events)} events, chain intact, signature valid, trial balance 0`,
    1: `Tampered with: ${findings[0]}`,
    2: `Incomplete: ${findings[0]}`,
  }[exit];
  const { exportId = null, scope = null, log = null, hash = null } = manifest ?? {};
  return { exit, summary, findings, exportId, scope, log, manifestSha256: hash, counts };
}
