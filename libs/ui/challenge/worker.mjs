// Does the work that a door of the house asks guests for in a flood, beside the page. The page sends the
// challenge and hears how many counters were tried and, at the end, which was right.
const told = 25;

const bytes = (hex) => Uint8Array.from(hex.match(/../g) ?? [], (pair) => parseInt(pair, 16));
const hexOf = (buffer) =>
  Array.from(new Uint8Array(buffer), (byte) => byte.toString(16).padStart(2, '0')).join('');

/** The key of one counter: the nonce and the counter, as often hashed as the challenge says. */
async function keyOf(counter, { nonce, salt, cost, keyLength, algorithm }) {
  const password = new Uint8Array(nonce.length + 4);
  password.set(nonce);
  new DataView(password.buffer).setUint32(nonce.length, counter, false);
  const key = await crypto.subtle.importKey('raw', password, 'PBKDF2', false, ['deriveBits']);
  const hash = algorithm.slice('PBKDF2/'.length);
  const rule = { name: 'PBKDF2', salt, iterations: cost, hash };
  return hexOf(await crypto.subtle.deriveBits(rule, key, keyLength * 8));
}

/** The counter whose key begins as asked, and that key; nothing where there is none up to `most`. */
export async function solve({ parameters, most }, tell = () => undefined) {
  const { nonce, salt, keyPrefix } = parameters;
  const known = { ...parameters, nonce: bytes(nonce), salt: bytes(salt) };
  for (let counter = 0; counter <= most; counter += 1) {
    const derivedKey = await keyOf(counter, known);
    if (derivedKey.startsWith(keyPrefix)) return { counter, derivedKey };
    if (counter % told === 0) tell(counter);
  }
  return null;
}

// In a test there is no page to speak to.
if (typeof WorkerGlobalScope !== 'undefined')
  globalThis.onmessage = async ({ data: challenge }) => {
    const solution = await solve(challenge, (tried) => globalThis.postMessage({ tried }));
    globalThis.postMessage({ solution });
  };
