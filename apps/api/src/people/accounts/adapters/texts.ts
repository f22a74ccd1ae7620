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

interface Asked {
  readonly challengeId?: string;
  readonly accountId?: string;
}

/** No greeting and no link: a message that asks for more than typing six digits is not ours. */
const words = {
  en: (code: string) =>
    `${code} is your Guildhall code. It works for 10 minutes. Tell it to nobody.`,
  ar: (code: string) => `${code} هو رمزك في Guildhall. صالح لمدة 10 دقائق. لا تخبر به أحدًا.`,
};

/** Says that something is due and where to look; no link, like all of ours. */
const disputed = {
  en: 'Guildhall: a dispute waits for your answer, and it has a deadline. Log in to read it.',
  ar: 'Guildhall: نزاع ينتظر إجابتك وله مهلة. سجّل الدخول لقراءته.',
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

  override process({ name, data }: Job<Asked>): Promise<void> {
    return name === 'disputed' ? this.disputed(data) : this.code(data);
  }

  private async code({ challengeId = '' }: Asked): Promise<void> {
    const [row] = await this.database.query<Row>(
      `select c.target, c.purpose, a.locale from challenges c join accounts a on a.id = c.account_id
        where c.id = $1 and c.used_at is null and c.expires_at > now()`,
      [challengeId],
    );
    if (!row) return;
    await this.send(row.target, words[row.locale](this.codes.codeOf(challengeId)));
  }

  /** Only to a number that was proved to be the reader's. */
  private async disputed({ accountId = '' }: Asked): Promise<void> {
    const [row] = await this.database.query<Omit<Row, 'purpose'>>(
      `select phone as target, locale from accounts
        where id = $1 and phone is not null and phone_verified_at is not null`,
      [accountId],
    );
    if (row) await this.send(row.target, disputed[row.locale]);
  }

  private async send(target: string, text: string): Promise<void> {
    await this.texting.send(target, text).catch((error: unknown) => {
      const { status = 500, message } = error as { status?: number; message: string };
      throw status < 500 && status !== 429 ? new GiveUp(message) : error;
    });
  }
}
