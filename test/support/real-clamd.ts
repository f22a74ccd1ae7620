import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { accessSync, constants, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect, createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/** Where clamd is on this machine, or undefined: then `npm test` says what it left out. */
export const clamdProgram = [...(process.env['PATH'] ?? '').split(delimiter), '/usr/sbin']
  .map((folder) => join(folder, 'clamd'))
  .find((path) => {
    try {
      accessSync(path, constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });

/** The test virus anywhere in a file, in the words of ClamAV: its own list is another's to hand out. */
const signature = Buffer.from('$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!').toString('hex');

/** A clamd of this test, with one signature. */
export async function startClamd(program: string) {
  const home = mkdtempSync(join(tmpdir(), 'guildhall-clamd-'));
  const port = await freePort();
  writeFileSync(join(home, 'guildhall.ndb'), `Guildhall.Eicar:0:*:${signature}\n`);
  const settings = [
    'Foreground yes',
    `TCPSocket ${String(port)}`,
    'TCPAddr 127.0.0.1',
    `DatabaseDirectory ${home}`,
    `TemporaryDirectory ${home}`,
  ];
  writeFileSync(join(home, 'clamd.conf'), `${settings.join('\n')}\n`);
  const clamd = spawn(program, ['--config-file', join(home, 'clamd.conf')], { stdio: 'ignore' });
  while (!(await answers(port))) await pause(50);
  const stop = async () => {
    clamd.kill();
    await once(clamd, 'exit');
    rmSync(home, { recursive: true });
  };
  return { url: `tcp://127.0.0.1:${String(port)}`, stop };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

function answers(port: number): Promise<boolean> {
  return new Promise((done) => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.destroy();
      done(true);
    }).on('error', () => done(false));
  });
}
