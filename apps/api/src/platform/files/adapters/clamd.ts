import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import type { Readable } from 'node:stream';
import { Scanner, ScannerGone } from './scanner';

const silenceMs = 30_000;
const usualPort = 3_310;

/** ClamAV over its own protocol: chunks with their length before them, and one line of answer. */
export class Clamd extends Scanner {
  constructor(private readonly url: string) {
    super();
  }

  override async find(content: Readable): Promise<string | null> {
    const socket = await this.open();
    try {
      const answer = answerOf(socket);
      socket.write('zINSTREAM\0');
      await Promise.race([sendTo(socket, content), answer]);
      return verdictOf(await answer);
    } catch (error) {
      throw error instanceof ScannerGone ? error : new ScannerGone((error as Error).message);
    } finally {
      content.destroy();
      socket.destroy();
    }
  }

  private async open(): Promise<Socket> {
    const { hostname, port, pathname, protocol } = new URL(this.url);
    const socket =
      protocol === 'unix:'
        ? connect(pathname)
        : connect(port ? Number(port) : usualPort, hostname.replace(/^\[(.*)\]$/, '$1'));
    socket.setTimeout(silenceMs, () => socket.destroy(new Error('it says nothing')));
    await once(socket, 'connect').catch((error: unknown) => {
      throw new ScannerGone((error as Error).message);
    });
    return socket;
  }
}

async function sendTo(socket: Socket, content: Readable): Promise<void> {
  for await (const chunk of content as AsyncIterable<Buffer>) {
    if (chunk.length === 0) continue;
    const length = Buffer.alloc(4);
    length.writeUInt32BE(chunk.length);
    socket.write(length);
    if (!socket.write(chunk)) await once(socket, 'drain');
  }
  socket.write(Buffer.alloc(4));
}

/** Everything up to the end of the connection; that it ends early is an answer, too. */
async function answerOf(socket: Socket): Promise<string> {
  let text = '';
  for await (const chunk of socket as AsyncIterable<Buffer>) text += chunk.toString();
  return text.replace(/\0.*$/s, '').trim();
}

function verdictOf(answer: string): string | null {
  if (answer === 'stream: OK') return null;
  const found = /^stream: (.+) FOUND$/.exec(answer)?.[1];
  if (found !== undefined) return found;
  throw new ScannerGone(answer || 'it hung up');
}
