import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Texted {
  readonly to: string;
  readonly body: string;
}

/** Twilio's door for messages, with scripted answers: 201 unless told otherwise. */
export class Twilio {
  readonly texts: Texted[] = [];
  /** Statuses of the next answers; a refused message is not kept. */
  readonly answers: number[] = [];
  private readonly server: Server = createServer((request, reply) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const form = new URLSearchParams(Buffer.concat(chunks).toString());
      const status = this.answers.shift() ?? 201;
      if (status === 201)
        this.texts.push({ to: form.get('To') ?? '', body: form.get('Body') ?? '' });
      reply.writeHead(status, { 'content-type': 'application/json' });
      reply.end(JSON.stringify({ sid: 'SM1', status, code: 21211, message: 'scripted' }));
    });
  });

  async start(): Promise<string> {
    await new Promise<void>((ready) => void this.server.listen(0, '127.0.0.1', ready));
    return `http://127.0.0.1:${String((this.server.address() as AddressInfo).port)}`;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise<void>(
      (done) =>
        void this.server.close(() => {
          done();
        }),
    );
  }

  /** The six digits of the last message to this number. */
  codeTo(phone: string): string | undefined {
    const last = this.texts.filter(({ to }) => to === phone).at(-1);
    return /\d{6}/.exec(last?.body ?? '')?.[0];
  }
}
