import { simpleParser, type ParsedMail } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import { setTimeout as pause } from 'node:timers/promises';

export async function until(done: () => boolean | Promise<boolean>): Promise<void> {
  for (let turn = 0; turn < 200 && !(await done()); turn += 1) await pause(50);
}

/** A mail server that keeps what it takes, with scripted refusals. */
export class PostOffice {
  readonly arrived: ParsedMail[] = [];
  /** Codes with which the next mails are refused; a refused mail is not kept. */
  readonly answers: number[] = [];
  private readonly server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData: (stream, _, done) => {
      const code = this.answers.shift();
      void simpleParser(stream).then((mail) => {
        if (!code) this.arrived.push(mail);
        done(code ? Object.assign(new Error('not now'), { responseCode: code }) : null);
      });
    },
  });

  async open(): Promise<string> {
    await new Promise<void>((ready) => void this.server.listen(0, '127.0.0.1', ready));
    const { port } = this.server.server.address() as { port: number };
    return `smtp://127.0.0.1:${port}`;
  }

  close(): Promise<void> {
    return new Promise((done) => {
      this.server.close(done);
    });
  }

  to(email: string): ParsedMail[] {
    return this.arrived.filter(({ to }) => JSON.stringify(to).includes(email));
  }

  /** As many mails as are waited for, or those that came. */
  async waitFor(email: string, count: number): Promise<ParsedMail[]> {
    await until(() => this.to(email).length >= count);
    return this.to(email);
  }
}
