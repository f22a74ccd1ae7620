import { utf8 } from './bytes.mjs';

const { atob, btoa, DecompressionStream, Response } = globalThis;

/** SHA-256 in plain JavaScript, for the many short hashes: WebCrypto answers too late for them. */
const primes = [];
for (let n = 2; primes.length < 64; n += 1) if (primes.every((prime) => n % prime)) primes.push(n);
const fraction = (value) => ((value - Math.floor(value)) * 2 ** 32) | 0;
const rounds = Int32Array.from(primes, (prime) => fraction(Math.cbrt(prime)));
const first = Int32Array.from(primes.slice(0, 8), (prime) => fraction(Math.sqrt(prime)));
const words = new Int32Array(64);
const turn = (word, by) => (word >>> by) | (word << (32 - by));

function compress(state, view, at) {
  for (let i = 0; i < 16; i += 1) words[i] = view.getInt32(at + i * 4);
  for (let i = 16; i < 64; i += 1) {
    const a = words[i - 15];
    const b = words[i - 2];
    const small = turn(a, 7) ^ turn(a, 18) ^ (a >>> 3);
    const large = turn(b, 17) ^ turn(b, 19) ^ (b >>> 10);
    words[i] = (words[i - 16] + small + words[i - 7] + large) | 0;
  }
  let [a, b, c, d, e, f, g, h] = state;
  for (let i = 0; i < 64; i += 1) {
    const one = (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + ((e & f) ^ (~e & g));
    const sum = (h + one + rounds[i] + words[i]) | 0;
    const two = (turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + ((a & b) ^ (a & c) ^ (b & c));
    h = g;
    g = f;
    f = e;
    e = (d + sum) | 0;
    d = c;
    c = b;
    b = a;
    a = (sum + two) | 0;
  }
  [a, b, c, d, e, f, g, h].forEach((word, i) => (state[i] = (state[i] + word) | 0));
}

function sha256(bytes) {
  const size = Math.ceil((bytes.length + 9) / 64) * 64;
  const padded = new Uint8Array(size);
  padded.set(bytes);
  padded[bytes.length] = 128;
  const view = new DataView(padded.buffer);
  view.setBigUint64(size - 8, BigInt(bytes.length) * 8n);
  const state = Int32Array.from(first);
  for (let at = 0; at < size; at += 64) compress(state, view, at);
  const hash = new DataView(new ArrayBuffer(32));
  state.forEach((word, i) => hash.setInt32(i * 4, word));
  return new Uint8Array(hash.buffer);
}

const hex = (bytes, from = 0, to = bytes.length) => {
  let text = '';
  for (let at = from; at < to; at += 1) text += pairs[bytes[at]];
  return text;
};
const pairs = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));
const latin1 = new TextDecoder('latin1');
const reader = new TextDecoder();
export const platform = {
  sha256: (content) => hex(sha256(typeof content === 'string' ? utf8(content) : content)),
  digest: async (bytes) => hex(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))),
  latin1: (bytes, from, to) => latin1.decode(bytes.subarray(from, to)),
  utf8: (bytes) => reader.decode(bytes),
  hex,
  putHex: (bytes, text, at) => {
    for (let n = 0; n < text.length; n += 2) bytes[at + n / 2] = parseInt(text.slice(n, n + 2), 16);
  },
  fromHex: (text) =>
    Uint8Array.from({ length: text.length / 2 }, (_, at) =>
      parseInt(text.slice(at * 2, at * 2 + 2), 16),
    ),
  toBase64: (bytes) => btoa(String.fromCharCode(...bytes)),
  fromBase64: (text) => Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0)),
  verify: async (raw, message, signature) => {
    const key = await crypto.subtle.importKey('raw', raw, 'Ed25519', false, ['verify']);
    return crypto.subtle.verify('Ed25519', key, signature, message);
  },
};

/** The bytes of an export; one that somebody has compressed for the way is opened first. */
export async function read(file) {
  if (!file.name.endsWith('.gz')) return new Uint8Array(await file.arrayBuffer());
  const opened = file.stream().pipeThrough(new DecompressionStream('gzip'));
  return new Uint8Array(await new Response(opened).arrayBuffer());
}
