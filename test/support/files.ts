import { request } from 'node:http';
import { Readable } from 'node:stream';
import type { Caller, TestApp } from './app';

/** First bytes of what people send, and of what they should not. */
export const kindsOfBytes = {
  png: Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  ),
  exe: Buffer.from('MZ\x90\0\x03\0\0\0 This program cannot be run in DOS mode.', 'latin1'),
  html: Buffer.from('\n<!DOCTYPE html><script>alert(1)</script>'),
  svg: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'),
};

export interface Opened {
  readonly id: string;
  readonly partSize: number;
  readonly parts: readonly { readonly number: number; readonly url: string }[];
  readonly code: string;
}
export interface Stored {
  readonly state: string;
  readonly sha256: string;
  readonly mediaType: string;
  readonly code: string;
}
interface Sent {
  readonly number: number;
  readonly etag: string;
}
interface ToSend {
  readonly name: string;
  readonly bytes: Buffer;
  readonly mediaType?: string;
  readonly purpose?: string;
}
interface Manner {
  readonly type?: string | undefined;
  /** Without saying beforehand how long it is. */
  readonly isChunked?: boolean;
}

/** Sends files as the browser does: over a socket, part by part. */
export class Sender {
  private constructor(private readonly origin: string) {}

  static async to({ app }: TestApp): Promise<Sender> {
    await app.listen(0, '127.0.0.1');
    return new Sender(await app.getUrl());
  }

  async open(who: Caller, { name, bytes, mediaType = 'image/png', purpose = 'delivery' }: ToSend) {
    const answer = await who.post('/api/files', { name, size: bytes.length, mediaType, purpose });
    return { status: answer.status, body: answer.body as unknown as Opened };
  }

  /** PUT, over a connection of its own; a connection that is cut rejects. */
  put(url: string, bytes: Buffer, { type, isChunked = false }: Manner = {}) {
    return new Promise<{ status: number; etag: string; code: string }>((done, fail) => {
      const headers = {
        ...(type !== undefined && { 'content-type': type }),
        ...(!isChunked && { 'content-length': bytes.length }),
      };
      const sending = request(new URL(url, this.origin), { method: 'PUT', headers }, (response) => {
        void new Response(Readable.toWeb(response) as ReadableStream).text().then((text) => {
          const isJson = String(response.headers['content-type']).includes('json');
          const { code } = (isJson ? JSON.parse(text) : { code: '' }) as { code: string };
          done({ status: response.statusCode ?? 0, etag: response.headers.etag ?? '', code });
        }, fail);
      });
      sending.on('error', fail).end(bytes);
    });
  }

  async part({ parts, partSize }: Opened, number: number, bytes: Buffer): Promise<Sent> {
    const { url = '' } = parts.find((part) => part.number === number) ?? {};
    const from = (number - 1) * partSize;
    const { status, etag, code } = await this.put(url, bytes.subarray(from, from + partSize));
    if (status !== 200) throw new Error(`part ${String(number)}: ${String(status)} ${code}`);
    return { number, etag };
  }

  async complete(who: Caller, { id }: Pick<Opened, 'id'>, parts: readonly Sent[]) {
    const answer = await who.post(`/api/files/${id}/complete`, { parts });
    return { status: answer.status, body: answer.body as unknown as Stored };
  }

  /** Every part, and then complete. */
  async rest(who: Caller, opened: Opened, bytes: Buffer) {
    const parts: Sent[] = [];
    for (const { number } of opened.parts) parts.push(await this.part(opened, number, bytes));
    return { ...(await this.complete(who, opened, parts)), id: opened.id, parts };
  }

  async whole(who: Caller, file: ToSend) {
    const { body } = await this.open(who, file);
    return this.rest(who, body, file.bytes);
  }

  async link(who: Caller, id: string): Promise<string> {
    const { status, headers } = await who.get(`/api/files/${id}/content`);
    expect(status).toBe(302);
    return String(headers['location']);
  }

  get(link: string): Promise<Response> {
    return fetch(new URL(link, this.origin));
  }

  async read(who: Caller, id: string): Promise<Buffer> {
    const response = await this.get(await this.link(who, id));
    return Buffer.from(await response.arrayBuffer());
  }
}
