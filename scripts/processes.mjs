import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { Advice } from './advice.mjs';

/** The text of a file, or nothing when it is not there. */
export function read(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

/** False for zombies too: where nobody reaps orphans they stay in the process table for ever. */
export function isAlive(pid) {
  try {
    process.kill(pid, 0);
  } catch (problem) {
    if (problem.code !== 'EPERM') return false;
  }
  return process.platform !== 'linux' || !/^\d+ \(.*\) [ZX]/s.test(read(`/proc/${pid}/stat`));
}

/** The command line of a process, or undefined where this system does not tell. */
export function commandOf(pid) {
  if (process.platform === 'linux') return read(`/proc/${pid}/cmdline`).replaceAll('\0', ' ');
  if (process.platform === 'win32') return undefined;
  return spawnSync('ps', ['-p', String(pid), '-o', 'command='], { encoding: 'utf8' }).stdout ?? '';
}

/** Names a process for good: pids come again after a restart, start times do not. */
export function identify(pid) {
  if (!isAlive(pid)) return '';
  if (process.platform === 'win32') return String(pid);
  if (process.platform !== 'linux') {
    const ps = spawnSync('ps', ['-p', String(pid), '-o', 'lstart='], { encoding: 'utf8' });
    return `${pid} ${ps.stdout.trim()}`;
  }
  const started = read(`/proc/${pid}/stat`).split(') ').at(-1).split(' ')[19];
  return `${pid} ${started} ${read('/proc/sys/kernel/random/boot_id').trim()}`;
}

/** Sends a signal; a process that is gone already is no problem. */
export function signal(pid, name) {
  try {
    process.kill(pid, name);
  } catch (problem) {
    if (problem.code !== 'ESRCH') throw problem;
  }
}

/**
 * One supervisor per folder: a second one must not stop what the first one runs.
 * @throws {Advice} when the process that wrote the file still lives.
 */
export function claim(file) {
  const [holder] = read(file).split(' ');
  if (holder && Number(holder) !== process.pid && identify(Number(holder)) === read(file)) {
    throw new Advice(`Guildhall already runs from this folder (process ${holder}). Stop it first.`);
  }
  writeFileSync(file, identify(process.pid));
}
