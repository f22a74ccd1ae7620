import { spawn } from 'node:child_process';
import { accessSync, constants, writeFileSync } from 'node:fs';
import { connect, createServer, type AddressInfo } from 'node:net';
import { delimiter, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { oncePerRun, runFolder } from './once';

/** Where redis-server is on this machine, or undefined: then `npm test` says what it left out. */
export const redisServer = (process.env['PATH'] ?? '')
  .split(delimiter)
  .map((folder) => join(folder, 'redis-server'))
  .find(isExecutable);

/** The URL of a Redis of this test run, in memory only. Ask `redisServer` first. */
export function testRedis(): Promise<string> {
  return oncePerRun('redis', startRedis);
}

async function startRedis(): Promise<string> {
  if (redisServer === undefined) throw new Error('There is no redis-server on the PATH.');
  const port = await freePort();
  const server = spawn(
    redisServer,
    ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'],
    { cwd: runFolder(), detached: true, stdio: 'ignore' },
  );
  server.unref();
  writeFileSync(join(runFolder(), 'redis.pid'), String(server.pid));
  while (!(await answers(port))) await pause(20);
  return `redis://127.0.0.1:${String(port)}`;
}

function freePort(): Promise<number> {
  return new Promise((done) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => done(port));
    });
  });
}

function answers(port: number): Promise<boolean> {
  return new Promise((done) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => done(true));
    socket.once('error', () => done(false));
    socket.once('close', () => socket.destroy());
    socket.once('connect', () => socket.end());
  });
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
