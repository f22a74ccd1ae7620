import { lookup } from 'node:dns/promises';
import { createWriteStream } from 'node:fs';
import { request as insecure, type IncomingMessage } from 'node:http';
import { request as secure } from 'node:https';
import { isIP } from 'node:net';
import { pipeline } from 'node:stream/promises';
import { isInside } from './networks';

export type Unreached =
  'not_https' | 'bad_address' | 'inside' | 'unresolved' | 'too_slow' | 'too_large' | 'failed';

/** Nobody was asked, or nobody answered well enough. Says why, and nothing of what is inside. */
export class OutgoingRefused extends Error {
  override readonly name = 'OutgoingRefused';

  constructor(readonly code: Unreached) {
    super(code);
  }
}

export interface Sent {
  readonly method: 'GET' | 'POST';
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Of the answer, where it may be longer than others. */
  readonly maxBytes?: number;
}
export interface Received {
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

interface Address {
  readonly address: string;
  readonly family: number;
}
export interface OutgoingOptions {
  /** Hosts and ports that may be inside and without TLS: for development and its sandbox. */
  readonly allowed?: readonly string[];
  readonly resolve?: (host: string) => Promise<readonly Address[]>;
  readonly timeoutMs?: number;
  readonly maxBytes?: number;
}

/**
 * Asks addresses that strangers wrote down. The name is resolved once, every answer of the resolver has
 * to be outside, and the connection goes to exactly what was looked at: a second answer of the same name
 * is never asked for. Redirects are answers like others, nobody follows them.
 */
export class Outgoing {
  private readonly allowed: ReadonlySet<string>;
  private readonly resolve: NonNullable<OutgoingOptions['resolve']>;
  private readonly timeoutMs: number;
  private readonly maxBytes: number;

  constructor({
    allowed = [],
    resolve,
    timeoutMs = 10_000,
    maxBytes = 65_536,
  }: OutgoingOptions = {}) {
    this.allowed = new Set(allowed);
    this.resolve = resolve ?? ((host) => lookup(host, { all: true, order: 'verbatim' }));
    this.timeoutMs = timeoutMs;
    this.maxBytes = maxBytes;
  }

  /** What can be said without asking anybody: for the form in which the address is typed. */
  check(text: string): URL {
    const url = URL.canParse(text) ? new URL(text) : undefined;
    if (url?.username !== '' || url.password !== '' || url.hash !== '')
      throw new OutgoingRefused('bad_address');
    if (this.allowed.has(url.host)) return url;
    if (url.protocol !== 'https:') throw new OutgoingRefused('not_https');
    // The parser has made one notation of decimal, octal, hexadecimal and short addresses by now.
    if (isIP(bare(url)) !== 0 && isInside(bare(url))) throw new OutgoingRefused('inside');
    if (/(^|\.)(localhost|local|internal|home\.arpa)\.?$/.test(url.hostname))
      throw new OutgoingRefused('inside');
    return url;
  }

  send(text: string, sent: Sent): Promise<Received> {
    return this.ask(text, sent, (response) => this.read(response, sent.maxBytes));
  }

  /** The body of a good answer goes to a file, however long it is; up to `maxBytes` all the same. */
  download(text: string, file: string, headers: Sent['headers'] = {}): Promise<Received> {
    return this.ask(text, { method: 'GET', headers }, async (response) => {
      const { statusCode: status = 0, headers: told } = response;
      if (status !== 200) return this.read(response);
      await pipeline(response, this.counted(), createWriteStream(file));
      return { status, headers: told, body: '' };
    });
  }

  private async ask(
    text: string,
    sent: Sent,
    take: (response: IncomingMessage) => Promise<Received>,
  ): Promise<Received> {
    const url = this.check(text);
    const deadline = AbortSignal.timeout(this.timeoutMs);
    const address = await this.addressOf(url);
    return new Promise<Received>((done, failed) => {
      const fail = (error: unknown) => failed(refusalOf(error, deadline));
      const ask = url.protocol === 'https:' ? secure : insecure;
      const request = ask(url, {
        method: sent.method,
        headers: { ...sent.headers, 'accept-encoding': 'identity' },
        signal: deadline,
        agent: false,
        // Node asks for all addresses where it tries several; there is one that was looked at.
        lookup: (_host, { all }, answer) =>
          all ? answer(null, [address]) : answer(null, address.address, address.family),
      });
      request.on('error', fail);
      request.on('response', (response) => {
        take(response).then(done, (error: unknown) => {
          request.destroy();
          fail(error);
        });
      });
      request.end(sent.body);
    });
  }

  private async addressOf(url: URL): Promise<Address> {
    const host = bare(url);
    const literal = isIP(host);
    if (literal !== 0) return { address: host, family: literal };
    const found = await this.resolve(host).catch(() => []);
    const [first] = found;
    if (!first) throw new OutgoingRefused('unresolved');
    if (!this.allowed.has(url.host) && found.some(({ address }) => isInside(address)))
      throw new OutgoingRefused('inside');
    return first;
  }

  private async read(response: IncomingMessage, maxBytes?: number): Promise<Received> {
    const chunks: Buffer[] = [];
    for await (const chunk of this.counted(maxBytes)(response)) chunks.push(chunk);
    const { statusCode: status = 0, headers } = response;
    return { status, headers, body: Buffer.concat(chunks).toString() };
  }

  private counted(maxBytes = this.maxBytes) {
    return async function* (chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
      let size = 0;
      for await (const chunk of chunks) {
        size += chunk.length;
        if (size > maxBytes) throw new OutgoingRefused('too_large');
        yield chunk;
      }
    };
  }
}

/** The host without the brackets of an IPv6 address. */
const bare = ({ hostname }: URL): string => hostname.replace(/^\[(.*)\]$/, '$1');

function refusalOf(error: unknown, deadline: AbortSignal): OutgoingRefused {
  if (error instanceof OutgoingRefused) return error;
  return new OutgoingRefused(deadline.aborted ? 'too_slow' : 'failed');
}
