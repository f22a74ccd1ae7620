import twilio from 'twilio';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Texted {
  readonly to: string;
  readonly body: string;
  /** The number, the name or the messaging service that it came from. */
  readonly sender: string;
  /** Where Twilio says what became of it. */
  readonly callback: string;
}

/** Twilio's door for messages, with scripted answers: 201 unless told otherwise. */
export class Twilio {
  readonly texts: Texted[] = [];
  /** Statuses of the next answers; a refused message is not kept. */
  readonly answers: number[] = [];
  /** Twilio's number for the next refusals. */
  refusal = 21211;
  private readonly server: Server = createServer((request, reply) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const form = new URLSearchParams(Buffer.concat(chunks).toString());
      const status = this.answers.shift() ?? 201;
      if (status === 201)
        this.texts.push({
          to: form.get('To') ?? '',
          body: form.get('Body') ?? '',
          sender: form.get('From') ?? `service ${form.get('MessagingServiceSid') ?? ''}`,
          callback: form.get('StatusCallback') ?? '',
        });
      reply.writeHead(status, { 'content-type': 'application/json' });
      reply.end(JSON.stringify({ sid: 'SM1', status, code: this.refusal, message: 'scripted' }));
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

  last(phone: string): Texted | undefined {
    return this.texts.filter(({ to }) => to === phone).at(-1);
  }

  /** The six digits of the last message to this number. */
  codeTo(phone: string): string | undefined {
    return /\d{6}/.exec(this.last(phone)?.body ?? '')?.[0];
  }
}

const authToken = 'token';

interface Said {
  readonly status: string;
  readonly error?: number;
}

/** A call-back as Twilio posts it, signed as its SDK signs. */
export function callBack(url: string, { status, error }: Said, secret = authToken) {
  const fields: Record<string, string> = {
    ...{ AccountSid: `AC${'0'.repeat(32)}`, MessageSid: 'SM1', MessageStatus: status },
    ...(error && { ErrorCode: String(error) }),
  };
  const headers = {
    'content-type': 'application/x-www-form-urlencoded',
    'x-twilio-signature': twilio.getExpectedTwilioSignature(secret, url, fields),
  };
  return { path: new URL(url).pathname, fields, headers };
}

interface Replied {
  readonly from: string;
  readonly body: string;
  /** The same message has the same, however often it is posted. */
  readonly sid?: string;
  readonly handled?: 'STOP' | 'START' | 'HELP';
}

let replies = 0;

/** What somebody answers, as Twilio posts it. */
export function replyFrom({ from, body, sid, handled }: Replied, secret = authToken) {
  const path = '/api/texts/replies';
  const fields: Record<string, string> = {
    ...{ AccountSid: `AC${'0'.repeat(32)}`, MessageSid: sid ?? `SMreply${(replies += 1)}` },
    ...{ From: from, To: '+15005550006', Body: body, NumMedia: '0' },
    ...(handled && { OptOutType: handled }),
  };
  const url = `http://market.test${path}`;
  const headers = {
    'content-type': 'application/x-www-form-urlencoded',
    'x-twilio-signature': twilio.getExpectedTwilioSignature(secret, url, fields),
  };
  return { path, fields, headers };
}
