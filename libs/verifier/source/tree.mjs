import { isSigned } from './signature.mjs';

/**
 * The root over known leaves and, where none is known, over the hashes of `cover`: RFC 6962, with
 * the gaps filled from left to right.
 */
export function rootOver(size, numbers, leaves, cover, platform) {
  const pair = new Uint8Array(65);
  pair[0] = 1;
  let taken = 0;
  const next = () => platform.hex(cover, taken * 32, (taken += 1) * 32);
  const root = (start, end, first, last) => {
    if (first === last) return next();
    if (end - start === 1) return platform.hex(leaves, first * 32, first * 32 + 32);
    let half = 1;
    while (half * 2 < end - start) half *= 2;
    const middle = start + half;
    const between =
      last - first === end - start ? first + half : firstFrom(numbers, middle, first, last);
    const left = root(start, middle, first, between);
    const right = root(middle, end, between, last);
    platform.putHex(pair, left, 1);
    platform.putHex(pair, right, 33);
    return platform.sha256(pair);
  };
  const whole = size === 0 ? platform.sha256(new Uint8Array(0)) : root(0, size, 0, numbers.length);
  return taken * 32 === cover.length ? whole : null;
}

function firstFrom(numbers, wanted, from, to) {
  let [low, high] = [from, to];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (numbers[middle] < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** That the leaves of the export are those under the signed head of the log. */
export async function checkTree(files, manifest, numbers, platform, report) {
  const note = platform.utf8(files.get('tlog/checkpoint') ?? new Uint8Array(0));
  const { origin, size, root, vkey } = manifest.log;
  const text = `${origin}\n${size}\n${root}\n`;
  const lines = note.slice(text.length + 1).split('\n');
  const signatures = await Promise.all(
    lines.filter(Boolean).map((line) => isSigned(`${text}\n${line}\n`, vkey, platform)),
  );
  if (!note.startsWith(`${text}\n`) || !signatures.includes(true))
    report.broken('the checkpoint is of another log, or altered');
  const leaves = files.get('tlog/leaves') ?? new Uint8Array(0);
  const cover = files.get('tlog/cover') ?? new Uint8Array(0);
  const isComplete = leaves.length === numbers.length * 32;
  const found = isComplete ? rootOver(size, numbers, leaves, cover, platform) : null;
  if (!found || found !== platform.hex(platform.fromBase64(root)))
    report.broken(
      'the leaves are not those under the checkpoint: an event is missing, added or altered',
    );
}
