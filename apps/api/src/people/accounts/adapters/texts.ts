import { Database } from '@kernel/database';
import { GiveUp, takeover } from '@kernel/jobs';
import { Processor, WorkerHost } from '@nestjs/bullmq';
import type { Job } from 'bullmq';
import { Codes } from './codes';
import { Texting } from './twilio';

interface Row {
  readonly target: string;
  readonly purpose: string;
  readonly locale: 'en' | 'ar';
}

/** No greeting and no link: a message that asks for more than typing six digits is not ours. */
const words = {
  en: (code: string) =>
    `${code} is your Guildhall code. It works for 10 minutes. Tell it to nobody.`,
  ar: (code: string) => `${code} هو رمزك في Guildhall. صالح لمدة 10 دقائق. لا تخبر به أحدًا.`,
};

/** Sends codes to phones. A number that Twilio refuses is not tried again; a silent Twilio is. */
@Processor('texts', takeover)
export class Texts extends WorkerHost {
  constructor(
    private readonly database: Database,
    private readonly codes: Codes,
    private readonly texting: Texting,
  ) {
    super();
  }

  override async process({ data }: Job<{ challengeId: string }>): Promise<void> {
    const { challengeId } = data;
    const [row] = await this.database.query<Row>(
      `select c.target, c.purpose, a.locale from challenges c join accounts a on a.id = c.account_id
        where c.id = $1 and c.used_at is null and c.expires_at > now()`,
      [challengeId],
    );
    if (!row) return;
    const text = words[row.locale](this.codes.codeOf(challengeId));
    await this.texting.send(row.target, text).catch((error: unknown) => {
      const { status = 500, message } = error as { status?: number; message: string };
      throw status < 500 && status !== 429 ? new GiveUp(message) : error;
    });
  }
}
