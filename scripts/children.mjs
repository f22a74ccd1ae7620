import { spawn } from 'node:child_process';
import { createWriteStream, existsSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { identify, signal } from './processes.mjs';

/**
 * Starts a program, writes its output to a log and starts it again when it dies.
 *
 * @param {{name: string, args: string[], cwd: string, env: object, log: string,
 *   command?: string, say(line: string): void, changed?(): void}} plan
 * @returns a child: `identity` names its process, `early` rejects when it dies before `settled()`.
 */
export function keepRunning(plan) {
  const child = { name: plan.name, identity: '', stopping: false, isSettled: false, tail: [] };
  const early = Promise.withResolvers();
  early.promise.catch(() => undefined);
  let running;
  let waits = 500;

  const begin = () => {
    const from = Date.now();
    running = run(plan, child);
    setImmediate(() => plan.changed?.());
    void running.exited.then(async (how) => {
      if (child.stopping) return;
      if (!child.isSettled) return early.reject(new Error(`${plan.name} stopped (${how})`));
      waits = Date.now() - from > 30_000 ? 500 : Math.min(waits * 2, 15_000);
      plan.say(`✗ ${plan.name} stopped (${how}); starting it again in ${waits / 1000} s`);
      plan.say(`  its log: ${plan.log}`);
      await pause(waits);
      if (!child.stopping) begin();
    });
  };
  begin();

  return Object.assign(child, {
    early: early.promise,
    settled: () => (child.isSettled = true),
    /** SIGTERM, then patience, then SIGKILL. */
    async stop(patience = 10_000) {
      child.stopping = true;
      const { pid, exited } = running;
      if (pid) signal(pid, 'SIGTERM');
      const stubborn = setTimeout(() => pid && signal(pid, 'SIGKILL'), patience);
      await exited;
      clearTimeout(stubborn);
    },
  });
}

function run({ command = process.execPath, args, cwd, env, log, name, say }, child) {
  const output = openLog(log);
  // Detached: Ctrl-C in a terminal reaches every process of the group at once, but the order in
  // which the parts of the stack stop is ours to choose.
  const program = spawn(command, args, {
    cwd,
    env,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  child.identity = program.pid ? identify(program.pid) : '';
  const shown = new Map();
  for (const stream of [program.stdout, program.stderr]) {
    createInterface({ input: stream }).on('line', (line) => {
      output.write(`${line}\n`);
      child.tail = [...child.tail.slice(-19), line];
      const problem = problemIn(line);
      if (!problem || Date.now() - (shown.get(problem) ?? 0) < 10_000) return;
      shown.set(problem, Date.now());
      say(`! ${name}: ${problem}`);
    });
  }
  const exited = new Promise((done) => {
    program.once('error', (problem) => done(problem.message));
    program.once('exit', (code, killed) => done(killed ?? `exit ${code}`));
  });
  void exited.then(() => output.end());
  return { pid: program.pid, exited };
}

function openLog(log) {
  mkdirSync(dirname(log), { recursive: true });
  if (existsSync(log) && statSync(log).size > 20 * 2 ** 20) renameSync(log, `${log}.old`);
  return createWriteStream(log, { flags: 'a' });
}

/** The message of a log line of level error or worse; other lines stay in the log. */
function problemIn(line) {
  if (!line.startsWith('{')) return undefined;
  try {
    const entry = JSON.parse(line);
    return entry.level >= 50 ? (entry.err?.message ?? entry.msg) : undefined;
  } catch {
    return undefined;
  }
}
