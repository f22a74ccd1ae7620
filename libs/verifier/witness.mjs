#!/usr/bin/env node
// An outside witness: run it on a machine that the operator of the log does not control.
//   node witness.mjs keygen NAME                              makes witness.key and prints its verifier key
//   node witness.mjs watch LOG_URL LOG_VKEY [--every 60]      follows the log and cosigns its heads
// LOG_URL is the address of the log, such as https://market.example.org/api/log. The verifier key of
// the log has to reach you on a way of its own. What was seen last is kept in witness.json: a head
// that does not continue it is never signed, the program ends with 1 and keeps both heads as evidence.
import crypto from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { isSigned, platform } from './verify.mjs';

const pkcs8 = Buffer.from('302e020100300506032b657004220420', 'hex');
const width = 256;
const sha256 = (bytes) => platform.fromHex(platform.sha256(bytes));
const node = (left, right) => sha256(Buffer.concat([Buffer.from([1]), left, right]));

/** A seed, a name, and the verifier key that the log's operator is given. */
export function witnessKey(name, seed = crypto.randomBytes(32)) {
  const key = crypto.createPrivateKey({
    key: Buffer.concat([pkcs8, seed]),
    format: 'der',
    type: 'pkcs8',
  });
  const raw = crypto.createPublicKey(key).export({ format: 'der', type: 'spki' }).subarray(-32);
  const material = Buffer.concat([Buffer.from([4]), raw]);
  const id = sha256(Buffer.concat([Buffer.from(`${name}\n`), material])).subarray(0, 4);
  return {
    name,
    seed,
    key,
    id,
    vkey: `${name}+${id.toString('hex')}+${material.toString('base64')}`,
  };
}

/** The line that says: at this time, this is the largest tree I have seen. */
export function cosignatureOf(text, { name, key, id }, seconds = Math.floor(Date.now() / 1_000)) {
  const at = Buffer.alloc(8);
  at.writeBigUInt64BE(BigInt(seconds));
  const signature = crypto.sign(null, Buffer.from(`cosignature/v1\ntime ${seconds}\n${text}`), key);
  return `— ${name} ${Buffer.concat([id, at, signature]).toString('base64')}\n`;
}

/** Origin, size and root of a head that the log has signed; throws when it has not. */
export async function readHead(note, vkey) {
  const end = note.indexOf('\n\n');
  const text = note.slice(0, end + 1);
  const lines = note
    .slice(end + 2)
    .split('\n')
    .filter(Boolean);
  const signed = await Promise.all(
    lines.map((line) => isSigned(`${text}\n${line}\n`, vkey, platform)),
  );
  const [origin, size, root] = text.split('\n');
  if (!signed.includes(true)) throw new Error('the head is not signed by the key you gave');
  return { origin, size: Number(size), root, text };
}

const number = (n) => {
  const digits = String(n).padStart(Math.ceil(String(n).length / 3) * 3, '0');
  return digits
    .match(/\d{3}/g)
    .map((group, at, all) => (at < all.length - 1 ? `x${group}` : group))
    .join('/');
};

/** The root of the first `size` leaves, out of the leaf tiles that the log serves for `head`. */
export async function rootOf(size, head, fetchTile) {
  const stack = [];
  for (let n = 0; n * width < size; n += 1) {
    const served = Math.min(width, head - n * width);
    const tile = await fetchTile(`tile/0/${number(n)}${served < width ? `.p/${served}` : ''}`);
    for (let at = 0; at < Math.min(width, size - n * width); at += 1) {
      let hash = tile.subarray(at * 32, at * 32 + 32);
      for (let count = n * width + at; count % 2 === 1; count = (count - 1) / 2)
        hash = node(stack.pop(), hash);
      stack.push(hash);
    }
  }
  return stack.length === 0
    ? sha256(Buffer.alloc(0))
    : stack.reduceRight((right, left) => node(left, right));
}

/** Looks once: the new head, when it continues what was seen before; throws when it does not. */
export async function look(url, vkey, seen, ask = fetch) {
  const get = async (path) => {
    const answer = await ask(`${url}/${path}`);
    if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
    return Buffer.from(await answer.arrayBuffer());
  };
  const note = (await get('checkpoint')).toString('utf8');
  const head = await readHead(note, vkey);
  const tiles = new Map();
  const tile = async (path) =>
    tiles.get(path) ?? (tiles.set(path, await get(path)), tiles.get(path));
  const rightRoot = async (size, root) =>
    (await rootOf(size, head.size, tile)).toString('base64') === root;
  const continues = !seen || (head.origin === seen.origin && head.size >= seen.size);
  if (
    !continues ||
    !(await rightRoot(head.size, head.root)) ||
    (seen && !(await rightRoot(seen.size, seen.root)))
  )
    throw Object.assign(new Error('this head does not continue the one seen before'), {
      evidence: { seen, note },
    });
  return { ...head, note };
}

async function watch(url, vkey, everySeconds) {
  const { name, seed } = JSON.parse(readFileSync('witness.key', 'utf8'));
  const signer = witnessKey(name, Buffer.from(seed, 'base64'));
  for (;;) {
    await once(url, vkey, signer).catch((error) => {
      // A log that is away for a while is no evidence of anything.
      if (error.evidence) throw error;
      console.error(`${new Date().toISOString()} ${error.message}`);
    });
    await pause(everySeconds * 1_000);
  }
}

async function once(url, vkey, signer) {
  const seen = existsSync('witness.json') ? JSON.parse(readFileSync('witness.json', 'utf8')) : null;
  const head = await look(url, vkey, seen);
  if (seen && head.size === seen.size) return;
  // What is signed is written down first: after a crash it is still the least that must continue.
  const { origin, size, root } = head;
  writeFileSync('witness.json.new', JSON.stringify({ origin, size, root }));
  renameSync('witness.json.new', 'witness.json');
  const answer = await fetch(`${url}/cosignatures`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ checkpoint: head.note + cosignatureOf(head.text, signer) }),
  });
  console.log(`${new Date().toISOString()} ${size} events, cosigned: ${answer.status}`);
}

async function main([task, ...args]) {
  if (task === 'keygen' && args[0]) {
    const { name, seed, vkey } = witnessKey(args[0]);
    writeFileSync('witness.key', JSON.stringify({ name, seed: seed.toString('base64') }), {
      mode: 0o600,
      flag: 'wx',
    });
    console.log(vkey);
    return 0;
  }
  const [url, vkey] = args;
  if (task !== 'watch' || !vkey) {
    console.error('node witness.mjs keygen NAME | watch LOG_URL LOG_VKEY [--every SECONDS]');
    return 2;
  }
  const every = args.includes('--every') ? Number(args[args.indexOf('--every') + 1]) : 60;
  return watch(url.replace(/\/$/, ''), vkey, every).catch((error) => {
    if (error.evidence) writeFileSync('evidence.json', JSON.stringify(error.evidence, null, 2));
    console.error(error.evidence ? `${error.message}: see evidence.json` : error.message);
    return error.evidence ? 1 : 2;
  });
}

if (process.argv[1]?.endsWith('witness.mjs')) process.exitCode = await main(process.argv.slice(2));
