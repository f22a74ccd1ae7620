import { decode, encode, type DecodedPacket } from 'dns-packet';
import { createSocket, type RemoteInfo, type Socket } from 'node:dgram';
import type { Shelf, Store } from '../core/store';

/** A text in the DNS of this world. */
export interface NameText {
  id: string;
  name: string;
  text: string;
}

const authoritative = 1 << 10;
const noSuchName = 3;
const largest = 255;

/** A name server over UDP that knows the texts which somebody put here, and says of all others that there are none. */
export class NameServer {
  readonly texts: Shelf<NameText>;
  private socket: Socket | undefined;

  constructor(
    store: Store,
    private readonly host: string,
    private port: number,
  ) {
    this.texts = store.shelf<NameText>('name');
  }

  /** The port in use; also right when port 0 was asked for. */
  get listeningPort(): number {
    return this.port;
  }

  put(name: string, text: string): NameText {
    const plain = name.trim().toLowerCase().replace(/\.$/, '');
    return this.texts.put({ id: `${plain} ${text}`, name: plain, text }, plain);
  }

  /** How many were there. */
  forget(name: string): number {
    const gone = this.texts.list({ tag: name.toLowerCase() });
    for (const { id } of gone) this.texts.remove(id);
    return gone.length;
  }

  async start(): Promise<void> {
    const socket = createSocket('udp4');
    socket.on('message', (message, from) => this.hear(message, from));
    await new Promise<void>((done, failed) => {
      socket.once('error', failed);
      socket.bind(this.port, this.host, () => {
        socket.off('error', failed);
        done();
      });
    });
    socket.on('error', () => undefined);
    this.port = socket.address().port;
    this.socket = socket;
  }

  async stop(): Promise<void> {
    const { socket } = this;
    this.socket = undefined;
    if (socket) await new Promise<void>((done) => socket.close(done));
  }

  private hear(message: Buffer, from: RemoteInfo): void {
    let asked: DecodedPacket;
    try {
      asked = decode(message);
    } catch {
      return;
    }
    this.socket?.send(this.answer(asked), from.port, from.address);
  }

  private answer({ id, questions = [] }: DecodedPacket): Buffer {
    const [question] = questions;
    const name = question?.name.toLowerCase() ?? '';
    const known = this.texts.list({ tag: name, limit: 50 });
    const texts = question?.type === 'TXT' ? known : [];
    return encode({
      id: id ?? 0,
      type: 'response',
      flags: authoritative | (known.length === 0 ? noSuchName : 0),
      questions,
      answers: texts.map(({ text }) => ({
        type: 'TXT',
        name: question?.name ?? '',
        ttl: 1,
        data: pieces(text),
      })),
    });
  }
}

/** A string of the DNS has 255 bytes at most; a longer text comes in several. */
function pieces(text: string): string[] {
  const parts: string[] = [];
  for (let at = 0; at < text.length; at += largest) parts.push(text.slice(at, at + largest));
  return parts;
}
