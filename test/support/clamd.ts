import { createServer, type Server, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';

type Verdict = (content: Buffer) => string;

/** A scanner that speaks ClamAV's protocol and says what it is told to; it can be switched off. */
export class FakeClamd {
  readonly taken: Buffer[] = [];
  private server: Server | undefined;
  private readonly sockets = new Set<Socket>();

  private constructor(
    private port: number,
    public verdict: Verdict,
  ) {}

  static async start(verdict: Verdict = () => 'stream: OK'): Promise<FakeClamd> {
    const clamd = new FakeClamd(0, verdict);
    await clamd.listen();
    return clamd;
  }

  get url(): string {
    return `tcp://127.0.0.1:${String(this.port)}`;
  }

  async listen(): Promise<void> {
    const server = createServer((socket) => this.talk(socket));
    await new Promise<void>((done) => server.listen(this.port, '127.0.0.1', done));
    this.port = (server.address() as AddressInfo).port;
    this.server = server;
  }

  async stop(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    await new Promise((done) => (this.server ? this.server.close(done) : done(undefined)));
    this.server = undefined;
  }

  private talk(socket: Socket): void {
    this.sockets.add(socket);
    socket.on('close', () => this.sockets.delete(socket)).on('error', () => undefined);
    let sent = Buffer.alloc(0);
    socket.on('data', (chunk: Buffer) => {
      sent = Buffer.concat([sent, chunk]);
      const content = streamed(sent);
      if (content === undefined) return;
      this.taken.push(content);
      socket.end(`${this.verdict(content)}\0`);
    });
  }
}

const command = Buffer.from('zINSTREAM\0');

/** Everything between the command and the chunk without bytes; undefined while there is more to come. */
function streamed(sent: Buffer): Buffer | undefined {
  if (!sent.subarray(0, command.length).equals(command.subarray(0, sent.length)))
    throw new Error(`clamd was told ${sent.subarray(0, 20).toString()}`);
  const parts: Buffer[] = [];
  for (let at = command.length; at + 4 <= sent.length;) {
    const length = sent.readUInt32BE(at);
    if (length === 0) return Buffer.concat(parts);
    parts.push(sent.subarray(at + 4, at + 4 + length));
    at += 4 + length;
  }
  return undefined;
}
