// npm run tamper: flips single bits of an export of ten thousand events, spread over every file of it,
// and counts what the verifier did not see. The small export of the tests is flipped byte by byte.
import { readFileSync } from 'node:fs';
import { verifyExport, platform } from '../../libs/verifier/verify.mjs';
import { withExport } from './export-scene.mjs';

const [events, samples] = [Number(process.argv[2] ?? 10_000), Number(process.argv[3] ?? 2_000)];
await withExport(events, async (path) => {
  const bytes = readFileSync(path);
  if ((await verifyExport(bytes, platform)).exit !== 0) throw new Error('it is not whole');
  const unseen = [];
  for (let n = 0; n < samples; n += 1) {
    const at = Math.floor(((n + Math.random()) / samples) * bytes.length);
    const bit = 1 << Math.floor(Math.random() * 8);
    bytes[at] ^= bit;
    if ((await verifyExport(bytes, platform)).exit === 0) unseen.push(at);
    bytes[at] ^= bit;
  }
  console.log(JSON.stringify({ events, bytes: bytes.length, flips: samples, unseen }));
  process.exitCode = unseen.length > 0 ? 1 : 0;
});
