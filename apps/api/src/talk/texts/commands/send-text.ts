import { RequestContext } from '@kernel/context';
import { Database } from '@kernel/database';
import { GiveUp, takeover } from '@kernel/jobs';
import { Processor, WorkerHost } from '@nestjs/bullmq';
import { QueryBus } from '@nestjs/cqrs';
import type { Job } from 'bullmq';
import { CodeOf, PhoneOf, ReadersOf } from '../../../people/accounts';
import { readNumber } from '../adapters/numbers';
import { openText } from '../adapters/text-rows';
import { Texting } from '../adapters/twilio';
import { codeIn, disputedIn } from '../domain/words';
import { Hearing } from './hear-status';

interface Asked {
  readonly challengeId?: string;
  readonly accountId?: string;
}

interface Message {
  readonly accountId: string;
  readonly challengeId: string | null;
  readonly purpose: string;
  readonly target: string;
  readonly body: string;
}

/** Sends what is owed to phones. A number that Twilio refuses is not tried again; a silent Twilio is. */
@Processor('texts', takeover)
export class SendText extends WorkerHost {
  constructor(
    private readonly database: Database,
    private readonly queries: QueryBus,
    private readonly texting: Texting,
    private readonly hearing: Hearing,
    private readonly context: RequestContext,
  ) {
    super();
  }

  override process({ id, name, data }: Job<Asked>): Promise<void> {
    return this.context.run({}, async () => {
      const message = await (name === 'disputed' ? this.disputed(data) : this.code(data));
      if (message) await this.send(`${name}:${data.challengeId ?? id ?? ''}`, message);
    });
  }

  /** A code that was used or ran out meanwhile helps nobody. */
  private async code({ challengeId = '' }: Asked): Promise<Message | undefined> {
    const found = await this.queries.execute(new CodeOf(challengeId));
    if (!found) return undefined;
    const { accountId, purpose, target, code } = found;
    const reader = (await this.queries.execute(new ReadersOf([accountId]))).get(accountId);
    const body = codeIn(reader?.locale ?? 'en', code);
    return { accountId, challengeId, purpose, target, body };
  }

  /** Only to a number that was proved to be the reader's. */
  private async disputed({ accountId = '' }: Asked): Promise<Message | undefined> {
    const found = await this.queries.execute(new PhoneOf(accountId));
    const plain = { accountId, challengeId: null, purpose: 'disputed' };
    return found ? { ...plain, target: found.phone, body: disputedIn(found.locale) } : undefined;
  }

  private async send(cause: string, { target, body, ...owed }: Message): Promise<void> {
    const number = readNumber(target);
    const sender = this.texting.senderFor(number.country);
    const { id, status } = await openText(this.database, { ...owed, cause, number, sender });
    if (status !== 'waiting') return;
    try {
      await this.texting.send({ id, to: target, sender, body });
    } catch (error) {
      return this.refused(id, error);
    }
    await this.hearing.hear(id, { said: 'queued', errorCode: null });
  }

  private async refused(id: string, error: unknown): Promise<never> {
    const {
      status = 500,
      code = null,
      message,
    } = error as {
      status?: number;
      code?: number;
      message: string;
    };
    if (status >= 500 || status === 429) throw error;
    await this.hearing.hear(id, { said: 'failed', errorCode: code });
    throw new GiveUp(message);
  }
}
