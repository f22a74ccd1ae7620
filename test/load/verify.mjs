// How fast an export is verified offline: events a second through node libs/verifier/verify.mjs, which
// is run as an auditor runs it, and the same for a second of processor time, on a machine with company.
import { spawnSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { withExport } from './export-scene.mjs';
import { median } from './rounds.mjs';

const count = Number(process.argv[2] ?? 300_000);
const rounds = 3;

await withExport(count, async (path) => {
  const rates = [];
  const perCpuSecond = [];
  for (let round = 0; round < rounds; round += 1) {
    const [from, spent] = [performance.now(), cpuOfChildren()];
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      ['libs/verifier/verify.mjs', path, '--json'],
      { encoding: 'utf8', maxBuffer: 1e8 },
    );
    if (status !== 0) throw new Error(stderr || stdout);
    const seconds = (performance.now() - from) / 1_000;
    rates.push(Math.round(count / seconds));
    perCpuSecond.push(Math.round(count / (cpuOfChildren() - spent)));
    console.log(`round ${round + 1}: ${JSON.parse(stdout).summary}: ${seconds.toFixed(2)} s`);
  }
  const megabytes = Math.round(statSync(path).size / 1e6);
  console.log(
    JSON.stringify({
      ...{ events: count, megabytes, cores: availableParallelism() },
      ...{ eventsPerSecond: median(rates), perCpuSecond: median(perCpuSecond) },
    }),
  );
});

/** Seconds of processor time that ended children took, on systems that say so; others say NaN. */
function cpuOfChildren() {
  try {
    const ticks = readFileSync('/proc/self/stat', 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ');
    return (Number(ticks[13]) + Number(ticks[14])) / 100;
  } catch {
    return NaN;
  }
}
