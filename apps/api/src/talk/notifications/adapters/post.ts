import { GiveUp } from '@kernel/jobs';
import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { createTransport, type Transporter } from 'nodemailer';
import { CONFIG, type Config } from '../../../config';
import type { Composed } from './compose';

const timeoutMs = 10_000;

/** Outgoing mail over SMTP. A 4xx or no answer throws, to come again; a 5xx gives up at once. */
@Injectable()
export class Post implements OnApplicationShutdown {
  private readonly transport: Transporter;

  constructor(@Inject(CONFIG) private readonly config: Config) {
    this.transport = createTransport(config.SMTP_URL, {
      pool: true,
      maxConnections: 4,
      connectionTimeout: timeoutMs,
      greetingTimeout: timeoutMs,
      socketTimeout: timeoutMs,
    } as never);
  }

  /** `id` is the mail's own: should it ever leave twice, mail programs show it once. */
  async send(id: string, to: { name: string; email: string }, mail: Composed): Promise<void> {
    try {
      await this.transport.sendMail({
        from: this.config.MAIL_FROM,
        to: { name: to.name, address: to.email },
        messageId: `<${id}@${new URL(this.config.PUBLIC_URL).hostname}>`,
        ...mail,
        headers: { 'auto-submitted': 'auto-generated', ...mail.headers },
      });
    } catch (error) {
      const { responseCode, message } = error as { responseCode?: number; message: string };
      if (responseCode !== undefined && responseCode >= 500) throw new GiveUp(message);
      throw error;
    }
  }

  onApplicationShutdown(): void {
    this.transport.close();
  }
}
