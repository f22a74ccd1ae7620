import type { ParsedMail } from 'mailparser';
import {
  SMTPServer,
  type SMTPServerAddress,
  type SMTPServerDataStream,
  type SMTPServerSession,
} from 'smtp-server';
import { randomUUID } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { Setting } from '../core/setting';
import type { Shelf, Store } from '../core/store';
import { linksIn, wellBehaved, type Mail, type MailBehaviour } from './mail';

const kept = 5_000;
const largestMail = 25 * 1024 * 1024;

/** A mail server that accepts everybody and delivers to nobody; people read it in the console. */
export class MailServer {
  readonly mails: Shelf<Mail>;
  private readonly behaviour: Setting<MailBehaviour>;
  private server: SMTPServer | undefined;

  constructor(
    store: Store,
    private readonly host: string,
    private port: number,
  ) {
    this.mails = store.shelf<Mail>('mail');
    this.behaviour = new Setting(store, 'mailbox', wellBehaved);
  }

  /** The port in use; also right when port 0 was asked for. */
  get listeningPort(): number {
    return this.port;
  }

  async start(): Promise<void> {
    if (this.behaviour.get().down || this.server) return;
    const server = this.create();
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(this.port, this.host, () => {
        server.off('error', reject);
        resolve();
      });
    });
    // A client that hangs up in the middle is its own business.
    server.on('error', () => undefined);
    this.port = (server.server.address() as AddressInfo).port;
    this.server = server;
  }

  async stop(): Promise<void> {
    const { server } = this;
    this.server = undefined;
    if (!server) return;
    await new Promise<void>((resolve) => {
      server.close(resolve);
    });
  }

  reads(): MailBehaviour {
    return this.behaviour.get();
  }

  async behave(change: Partial<MailBehaviour>): Promise<MailBehaviour> {
    const now = this.behaviour.set({ ...this.behaviour.get(), ...change });
    await (now.down ? this.stop() : this.start());
    return now;
  }

  private create(): SMTPServer {
    return new SMTPServer({
      authOptional: true,
      allowInsecureAuth: true,
      // Plain text on the loopback: a client that sees STARTTLS would refuse our own certificate.
      disabledCommands: ['STARTTLS'],
      size: largestMail,
      closeTimeout: 500,
      onAuth: (auth, _session, done) => {
        done(null, { user: auth.username ?? 'anybody' });
      },
      onRcptTo: (address, _session, done) => {
        done(this.objection(address));
      },
      onData: (stream, session, done) => {
        this.receive(stream, session).then(
          (id) => {
            done(null, `Kept as ${id}`);
          },
          (error: unknown) => {
            done(error instanceof Error ? error : new Error(String(error)));
          },
        );
      },
    });
  }

  private objection({ address }: SMTPServerAddress): Error | null {
    const behaviour = this.behaviour.get();
    if (behaviour.bounce.includes(address.toLowerCase())) {
      return reply(550, `5.1.1 <${address}> does not exist here`);
    }
    if (behaviour.greylistNext === 0) return null;
    this.behaviour.set({ ...behaviour, greylistNext: behaviour.greylistNext - 1 });
    return reply(451, '4.7.1 Greylisted, please try again later');
  }

  private async receive(stream: SMTPServerDataStream, session: SMTPServerSession): Promise<string> {
    // A third of this program's memory, and nobody needs it before the first mail.
    const { simpleParser } = await import('mailparser');
    const parsed = await simpleParser(stream, { skipTextToHtml: true });
    if (stream.sizeExceeded) throw reply(552, '5.3.4 The mail is too large');
    await wait(this.behaviour.get().slowMs);
    const to = session.envelope.rcptTo.map(({ address }) => address.toLowerCase());
    const mail = toMail(parsed, to);
    this.mails.put(mail, `|${to.join('|')}|`);
    this.mails.keepNewest(kept);
    return mail.id;
  }
}

function reply(responseCode: number, message: string): Error {
  return Object.assign(new Error(message), { responseCode });
}

function toMail(parsed: ParsedMail, to: string[]): Mail {
  const html = typeof parsed.html === 'string' ? parsed.html : '';
  const text = parsed.text ?? '';
  return {
    id: randomUUID(),
    to,
    from: parsed.from?.text ?? '',
    subject: parsed.subject ?? '',
    text,
    html,
    headers: headersOf(parsed),
    links: linksIn(html, text),
    attachments: parsed.attachments.map(({ filename, contentType, size }) => ({
      name: filename ?? 'attachment',
      type: contentType,
      bytes: size,
    })),
    messageId: parsed.messageId ?? '',
    receivedAt: new Date().toISOString(),
  };
}

/** As they came, one text each; a repeated header keeps its last value. */
function headersOf({ headerLines }: ParsedMail): Record<string, string> {
  return Object.fromEntries(
    headerLines.map(({ key, line }) => {
      const value = line.slice(line.indexOf(':') + 1);
      return [key, value.replaceAll(/\r?\n\s*/g, ' ').trim()];
    }),
  );
}
