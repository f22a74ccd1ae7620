import crypto from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { gunzipSync } from 'node:zlib';
import { unpack } from './container.mjs';
import { Report } from './report.mjs';
import { orderOf, verifyExport } from './verify.mjs';

const spki = Buffer.from('302a300506032b6570032100', 'hex');
// One call is three times as fast as an object for each hash; Node 20.0 to 20.11 have only the latter.
const sha256 = crypto.hash
  ? (content) => crypto.hash('sha256', content)
  : (content) => crypto.createHash('sha256').update(content).digest('hex');

// Called on any bytes, so that no wrapper is made for each of a million events.
const { hexSlice, hexWrite, latin1Slice, utf8Slice } = Buffer.prototype;

export const platform = {
  sha256,
  // On a thread of its own, while the events are read.
  digest: async (bytes) =>
    Buffer.from(await crypto.subtle.digest('SHA-256', bytes)).toString('hex'),
  latin1: (bytes, from, to) => latin1Slice.call(bytes, from, to),
  utf8: (bytes) => utf8Slice.call(bytes, 0, bytes.length),
  hex: (bytes, from = 0, to = bytes.length) => hexSlice.call(bytes, from, to),
  putHex: (bytes, text, at) => hexWrite.call(bytes, text, at, text.length / 2),
  fromHex: (text) => Buffer.from(text, 'hex'),
  toBase64: (bytes) => Buffer.from(bytes).toString('base64'),
  fromBase64: (text) => Buffer.from(text, 'base64'),
  verify: (raw, message, signature) => {
    const key = crypto.createPublicKey({
      key: Buffer.concat([spki, raw]),
      format: 'der',
      type: 'spki',
    });
    return crypto.verify(null, message, key, signature);
  },
};

/** The bytes of an export; one that somebody has compressed for the way is opened first. */
function bytesOf(path) {
  const bytes = readFileSync(path);
  return bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes;
}

// Below this a thread costs more than it saves.
const worthAThread = 8e6;

/** The order of the events on a thread of their own; what fails there is told when the answer is asked for. */
function orderBeside(path) {
  const answer = new Promise((resolve, reject) => {
    const thread = new Worker(new URL(import.meta.url), { workerData: { orderOf: path } });
    thread.once('message', resolve).once('error', reject);
  });
  answer.catch(() => undefined);
  return answer;
}

export async function verifyFile(path, options = {}) {
  try {
    const order = statSync(path).size > worthAThread ? orderBeside(path) : undefined;
    return await verifyExport(bytesOf(path), platform, { ...options, order });
  } catch (error) {
    const exit = error.code === 'Z_BUF_ERROR' ? 2 : 1;
    return {
      exit,
      summary: `${exit === 2 ? 'Incomplete' : 'Tampered with'}: ${error.message}`,
      findings: [error.message],
    };
  }
}

async function main([...args]) {
  const key = args.includes('--key') ? args.splice(args.indexOf('--key'), 2)[1] : undefined;
  const asJson = args.includes('--json');
  const path = args.find((arg) => !arg.startsWith('--'));
  if (!path) {
    console.error('node verify.mjs FILE [--json] [--key VKEY]');
    return 2;
  }
  const result = await verifyFile(path, { key });
  if (asJson) console.log(JSON.stringify(result, null, 2));
  else {
    console.log(result.summary);
    for (const finding of result.findings.slice(1)) console.log(`  ${finding}`);
    if (result.log)
      console.log(
        `  signed by ${result.log.vkey}${key ? '' : ': compare it with the key you know'}`,
      );
  }
  return result.exit;
}

async function besideMain(path) {
  const files = unpack(bytesOf(path), platform, new Report());
  const manifest = JSON.parse(platform.utf8(files.get('manifest.json')));
  parentPort.postMessage(await orderOf(files, manifest, platform));
}

if (!isMainThread && workerData?.orderOf) await besideMain(workerData.orderOf);
else if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href)
  process.exitCode = await main(process.argv.slice(2));
